//! Coverage as one page that needs nothing but itself.

use std::io::{self, Write};

use super::{Row, status};

const HEAD: &str = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Duties in the law and in the drafts</title>\n\
<style>body{font:1rem/1.5 sans-serif;margin:2rem;max-width:80rem}table{border-collapse:collapse}\
th,td{border-bottom:1px solid #ccc;padding:.4rem .6rem;text-align:left;vertical-align:top}\
.not{background:#fde8e8}.weaker,.other{background:#fff4d6}</style>\n\
<h1>Duties in the law and in the drafts</h1>\n<p>Found by a machine; not legal advice.</p>\n\
<table><thead><tr><th>Provision<th>Force<th>Holder<th>Cover<th>Cited by<th>Words</tr></thead><tbody>\n";

/// A table with a row a duty or power.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn html(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    for row in rows {
        let class = row.cover.as_str().split(' ').next().unwrap_or("");
        let cited: Vec<String> =
            row.statements.iter().map(|(draft, id)| escaped(&format!("{draft}, {id}"))).collect();
        writeln!(
            out,
            "<tr class=\"{class}\"><td>{} of the {}<br>{}<td>{}, {}<td>{}<td>{}<td>{}<td>{}</tr>",
            escaped(&row.provision),
            escaped(&row.instrument),
            escaped(&row.heading),
            row.modality.as_str(),
            status(row.status),
            escaped(&row.holder),
            row.cover.as_str(),
            cited.join("<br>"),
            escaped(&row.words)
        )?;
    }
    writeln!(out, "</tbody></table></html>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
