//! The page around a report: its head, its header and footer, its style and its script.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::visible::in_page;

/// How a page looks.
const STYLE: &str = include_str!("report.css");

/// What makes filters and search work. A page can be read without it.
const SCRIPT: &str = include_str!("report.js");

/// What a browser lets a page do: use this one style and this one script, and fetch nothing.
pub const POLICY: &str = "default-src 'none'; style-src 'sha256-TPny4TbPKXNlZqqkZzQkQ8Rj0BP7aDR6yM524XSM1lw='; script-src 'sha256-JIlqtKpqP15AkMlvMdtA7cTIm+tHjO/Ay24YE21rfiA='; base-uri 'none'; form-action 'none'";

/// What a page is about.
pub(in crate::report) struct Frame<'a> {
    /// What kind of report it is: "Duty register".
    pub(in crate::report) kind: &'a str,
    /// What was read.
    pub(in crate::report) title: &'a str,
    /// The answer in a sentence or two, below the title.
    pub(in crate::report) answer: Markup,
    /// Filters and contents.
    pub(in crate::report) aside: Markup,
}

/// Writes a page: everything that it needs is in it.
pub(in crate::report) fn page(
    out: &mut dyn Write,
    frame: &Frame<'_>,
    body: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    write(out, &head(frame))?;
    // What stands between is written as it is made: a page may be long.
    write!(out, "<body>")?;
    write(out, &top(frame))?;
    write!(out, "<main id=\"report\" tabindex=\"-1\">")?;
    body(out)?;
    write!(out, "</main></div>")?;
    write(out, &foot())?;
    writeln!(out, "</body></html>")
}

/// Writes one piece of a page. No character of a draft turns the line round.
pub(in crate::report) fn write(out: &mut dyn Write, markup: &Markup) -> io::Result<()> {
    out.write_all(in_page(&markup.0).as_bytes())
}

fn head(frame: &Frame<'_>) -> Markup {
    html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"en\">"))
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="generator" content={ "dutybound " (env!("CARGO_PKG_VERSION")) };
            title { (frame.kind) ": " (frame.title) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

fn top(frame: &Frame<'_>) -> Markup {
    html! {
        a.skip href="#report" { "Skip to the report" }
        header.top {
            p.kind { (frame.kind) }
            h1 { (frame.title) }
            div.answer { (frame.answer) }
        }
        (PreEscaped("<div class=\"sides\">"))
        div.aside { (frame.aside) }
    }
}

fn foot() -> Markup {
    html! {
        footer.foot {
            p {
                "Read by a program, dutybound " (env!("CARGO_PKG_VERSION"))
                ". Hold what it says against the text before you rely on it. It is not legal advice."
            }
        }
        script { (PreEscaped(SCRIPT)) }
    }
}

#[cfg(test)]
mod tests {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use sha2::{Digest as _, Sha256};

    use super::*;

    #[test]
    fn the_policy_names_this_style_and_this_script() {
        for text in [STYLE, SCRIPT] {
            let hash = STANDARD.encode(Sha256::digest(text));
            assert!(POLICY.contains(&format!("'sha256-{hash}'")), "POLICY has to say {hash}");
        }
    }

    #[test]
    fn style_and_script_cannot_end_their_element() {
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</"));
    }
}
