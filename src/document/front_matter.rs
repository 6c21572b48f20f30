//! The title and date that a block of keys before the text gives, in YAML or TOML.

/// Takes the title and the date from lines of `key: value` or `key = "value"`. The first of each kind of date counts.
pub(super) fn keys(text: &str, title: &mut Option<String>, date: &mut Option<String>) {
    for line in text.lines() {
        let Some(at) = line.find([':', '=']) else { continue };
        let (key, value) = (line[..at].trim_end(), unquoted(&line[at + 1..]));
        let slot = match key.to_ascii_lowercase().as_str() {
            "title" => &mut *title,
            "date" | "updated" | "published" => &mut *date,
            _ => continue,
        };
        if !value.is_empty() && slot.is_none() {
            *slot = Some(value.to_owned());
        }
    }
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let quoted = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    quoted('"').or_else(|| quoted('\'')).unwrap_or(value)
}
