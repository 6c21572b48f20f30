//! `dutybound --version`: which program this is, and how far its tables of facts reach.

use std::io::{self, Write as _};

use crate::{acts, statements::Vocabulary};

/// The commit it was built from; empty in development builds, and in builds from sources that do not say.
const COMMIT: &str = env!("DUTYBOUND_COMMIT");

/// Writes the version to standard output.
pub(super) fn print() -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", text())?;
    out.flush()
}

fn text() -> String {
    let commit = if COMMIT.is_empty() { String::new() } else { format!(" (commit {COMMIT})") };
    let (listed, cited) = acts::latest_years();
    let gone = Vocabulary::built_in().wording().stale.iter().map(|it| it.ended.to_string()).max();
    format!(
        "dutybound {}{commit}\n\
         Acts of Parliament: listed to {listed}; later ones that guidance cites, to {cited}\n\
         bodies and terms that are gone: to {}",
        env!("CARGO_PKG_VERSION"),
        gone.unwrap_or_default()
    )
}
