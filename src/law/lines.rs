//! The lines of a law that is plain text or Markdown: without marks of Markdown, and cut where a provision begins within a line, as
//! pages without room between paragraphs are read.

/// One line as a law has it: the byte of the text that it, or the longer line it was cut from, begins at, and its words.
pub(super) type Line = (usize, String);

/// The title of a law, and its lines after the title.
pub(super) fn title_and_lines(file: &str, text: &str) -> (String, Vec<Line>) {
    let mut lines = Vec::new();
    let mut last = 0;
    for line in text.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with("<!--")) {
        let at = line.as_ptr() as usize - text.as_ptr() as usize;
        cut(at, &unmarked(line), &mut last, &mut lines);
    }
    if lines.is_empty() {
        return (file.to_owned(), lines);
    }
    let (at, first) = lines.remove(0);
    let first = first.trim_start_matches(['#', ' ']).trim();
    let (title, rest) = after_year(first).unwrap_or((first, ""));
    if !rest.is_empty() {
        lines.insert(0, (at, rest.to_owned()));
    }
    (title.to_owned(), lines)
}

/// A line without the marks that a conversion puts in: "6\. A works", "- (a) the record".
fn unmarked(line: &str) -> String {
    let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).unwrap_or(line);
    item.replace("**", "").replace('\\', "")
}

/// Cuts a line before each "5.—" and before each "6. " that follows provision 5 and no word that points to it.
fn cut(offset: usize, line: &str, last: &mut u32, lines: &mut Vec<Line>) {
    let mut start = 0;
    for (at, _) in line.match_indices(|c: char| c.is_ascii_digit()) {
        let begins = at == 0 || line[..at].ends_with(' ');
        let Some((number, length)) = number(&line[at..]).filter(|_| begins) else { continue };
        let rest = &line[at + length..];
        let dashed = rest.starts_with(".—") || rest.starts_with(".–");
        let follows = number == *last + 1
            && rest.strip_prefix(". ").is_some_and(|it| it.starts_with(char::is_uppercase))
            && !is_pointed_to(&line[..at]);
        if !(dashed || follows) {
            continue;
        }
        *last = number;
        let before = line[start..at].trim();
        if !before.is_empty() {
            lines.push((offset, before.to_owned()));
        }
        start = at;
    }
    lines.push((offset, line[start..].trim().to_owned()));
}

/// The number at the beginning of a text, and how many bytes it has with its letters: "5A".
fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let letters = text[digits..].bytes().take_while(u8::is_ascii_uppercase).count();
    (digits <= 4).then(|| Some((text[..digits].parse().ok()?, digits + letters)))?
}

/// Whether the words before a number point to it: "section 6. A works".
fn is_pointed_to(before: &str) -> bool {
    const POINTERS: [&str; 14] = [
        "section",
        "sections",
        "regulation",
        "regulations",
        "paragraph",
        "paragraphs",
        "article",
        "articles",
        "clause",
        "rule",
        "and",
        "or",
        "to",
        "schedule",
    ];
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    word.ends_with(',') || POINTERS.contains(&word.as_str())
}

/// "Widgets Regulations 2031 Visits" after its year, where the year ends a title.
fn after_year(line: &str) -> Option<(&str, &str)> {
    const KINDS: [&str; 6] = ["Act ", "Regulations ", "Order ", "Rules ", "Measure ", "Scheme "];
    let at = KINDS.iter().filter_map(|kind| Some(line.find(kind)? + kind.len())).min()?;
    let year = line.get(at..at + 4)?.bytes().all(|byte| byte.is_ascii_digit());
    year.then(|| (line[..at + 4].trim(), line[at + 4..].trim()))
}

#[cfg(test)]
mod tests {
    use super::title_and_lines;

    #[test]
    fn a_page_without_room_between_its_paragraphs() {
        let page = "<!-- page 1 -->\n\nWidgets Regulations 2031 Visits 5.—(1) A works must open, as section 6. Fees 6. A works must pay.\n";
        let (title, lines) = title_and_lines("x.pdf", page);
        assert_eq!(title, "Widgets Regulations 2031");
        let words: Vec<&str> = lines.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(
            words,
            ["Visits", "5.—(1) A works must open, as section 6. Fees", "6. A works must pay."]
        );
    }
}
