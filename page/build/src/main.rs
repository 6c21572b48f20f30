//! Packs the library built for the browser, the page and its scripts into one HTML file that needs nothing but itself.
//!
//! usage: dutybound-page-build WASM PAGE

use std::{env, fs, io::Write, path::Path};

use anyhow::{Context, Result, bail, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};
use wasm_bindgen_cli_support::Bindgen;

const PAGE: &str = include_str!("../../web/page.html");
const STYLE: &str = include_str!("../../web/page.css");
/// In the order they are read in.
const SCRIPT: [&str; 3] = [
    include_str!("../../web/desk.js"),
    include_str!("../../web/frame.js"),
    include_str!("../../web/page.js"),
];
const WORKER: &str = include_str!("../../web/worker.js");
/// What a report in its frame is given beside its own script.
const FRAMED: &str = include_str!("../../web/framed.js");

/// Reports bring these, and what is framed may do no more than the page around it.
const REPORT_STYLE: &str = include_str!("../../../src/report/html/report.css");
const REPORT_SCRIPT: &str = include_str!("../../../src/report/html/report.js");

const MANIFEST: &str = include_str!("../../../Cargo.toml");

/// The drafts that are one click away. One of them alone is read; two are compared.
const SAMPLES: [(&str, &str); 3] = [
    ("sample", include_str!("../../../corpus/indicative-sen-code.md")),
    ("sample-old", include_str!("../../../corpus/revisions/sen/consultation.md")),
    ("sample-new", include_str!("../../../corpus/revisions/sen/final.md")),
];

/// The page is sent by post, and opened from slow disks.
const MOST: usize = 6_000_000;

fn main() -> Result<()> {
    let [wasm, page] = env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| {
        anyhow::anyhow!("usage: dutybound-page-build WASM PAGE; bash .ci/page builds both")
    })?;
    let (program, glue) = bound(Path::new(&wasm))?;
    let packed = packed(&program)?;
    let script = SCRIPT.concat();
    let mut html = PAGE.to_owned();
    for (name, text) in [
        ("policy", policy(&script)),
        ("version", version()?.to_owned()),
        ("style", STYLE.to_owned()),
        ("samples", samples()?),
        ("framed", inert(FRAMED)?),
        ("worker", inert(&format!("{glue}\n{WORKER}"))?),
        ("program", packed.clone()),
        ("script", inert(&script)?),
    ] {
        let place = format!("{{{{{name}}}}}");
        ensure!(html.contains(&place), "page.html says nowhere {place}");
        html = html.replace(&place, &text);
    }
    ensure!(html.len() < MOST, "the page has {} bytes, and may have {MOST}", html.len());
    fs::write(&page, &html).with_context(|| page.clone())?;
    println!(
        "{page}: {} bytes, of which the program {} (unpacked {})",
        html.len(),
        packed.len(),
        program.len()
    );
    Ok(())
}

/// The program with the names that scripts call it by, and the script that does the calling.
fn bound(wasm: &Path) -> Result<(Vec<u8>, String)> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).no_modules(true)?.typescript(false).remove_name_section(true);
    let mut output = bindgen.remove_producers_section(true).generate_output()?;
    let glue = output.js().to_owned();
    Ok((output.wasm_mut().emit_wasm(), glue))
}

fn packed(program: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(program)?;
    Ok(STANDARD.encode(gzip.finish()?))
}

/// What a browser lets the page do: its own style and scripts, those of the reports, a worker made of its own text. It may
/// fetch nothing.
fn policy(script: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; connect-src 'none'; script-src {} {} {} 'wasm-unsafe-eval'; style-src {} {}; \
         worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(FRAMED),
        hash(REPORT_SCRIPT),
        hash(STYLE),
        hash(REPORT_STYLE),
    )
}

fn version() -> Result<&'static str> {
    let line = MANIFEST.lines().find_map(|line| line.strip_prefix("version = "));
    line.map(|it| it.trim_matches('"')).context("Cargo.toml has no version")
}

/// Texts that stand in the page unread until they are asked for.
fn samples() -> Result<String> {
    let block = |&(id, text): &(&str, &str)| {
        Ok(format!("<script type=\"text/plain\" id=\"{id}\">{}</script>", inert(text)?))
    };
    SAMPLES.iter().map(block).collect()
}

/// A text that cannot end the element it stands in.
fn inert(text: &str) -> Result<String> {
    let lower = text.to_ascii_lowercase();
    if lower.contains("</script") || lower.contains("<!--") {
        bail!("a text of the page holds \"</script\" or \"<!--\"");
    }
    Ok(text.to_owned())
}
