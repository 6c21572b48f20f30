//! The instruments a draft cites: how often, and where to get each.

use std::io::{self, Write};

use rustc_hash::FxHashMap;

use crate::{acts::uri, draft::Draft};

/// One instrument.
#[derive(Debug)]
pub struct Cited {
    pub title: String,
    pub id: Option<String>,
    pub times: usize,
    /// Whether the supplied law has it.
    pub supplied: bool,
}

/// The instruments of all drafts, the most cited first.
pub fn cited(drafts: &[Draft]) -> Vec<Cited> {
    let mut found: Vec<Cited> = Vec::new();
    let mut places: FxHashMap<(Option<&str>, &str), usize> = FxHashMap::default();
    for draft in drafts {
        for citation in &draft.reading.citations {
            let Some(title) = citation.instrument.as_deref() else { continue };
            let id = citation.id.as_deref();
            // The id tells an instrument, however its title is written.
            let key = (id, if id.is_some() { "" } else { title });
            let at = *places.entry(key).or_insert(found.len());
            if at == found.len() {
                let supplied = draft.law.instrument_of(citation).is_some();
                found.push(Cited {
                    title: title.to_owned(),
                    id: id.map(str::to_owned),
                    times: 0,
                    supplied,
                });
            }
            found[at].times += 1;
        }
    }
    found.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.title.cmp(&b.title)));
    found
}

/// A line an instrument, and the option that gives those files to `check`.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn terminal(out: &mut dyn Write, cited: &[Cited]) -> io::Result<()> {
    for law in cited {
        let mark = if law.supplied { "  (given)" } else { "" };
        writeln!(out, "{:>5}  {}{mark}", law.times, law.title)?;
        if let Some(id) = &law.id {
            writeln!(out, "       {}", uri::data_file(id))?;
        }
    }
    let known = cited.iter().filter(|law| law.id.is_some() && !law.supplied).count();
    if known == 0 {
        return Ok(());
    }
    writeln!(
        out,
        "\nSave what is needed into a folder, say law/, and run: dutybound check --law law/ PATH"
    )
}

/// An array of the instruments.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn json(out: &mut dyn Write, cited: &[Cited]) -> io::Result<()> {
    let laws: Vec<serde_json::Value> = cited
        .iter()
        .map(|law| {
            serde_json::json!({
                "title": law.title, "id": law.id, "times": law.times, "supplied": law.supplied,
                "data": law.id.as_deref().map(uri::data_file),
            })
        })
        .collect();
    serde_json::to_writer(
        &mut *out,
        &serde_json::json!({ "schema": "dutybound/laws/1", "laws": laws }),
    )?;
    writeln!(out)
}
