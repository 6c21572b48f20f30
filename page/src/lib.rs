//! The library as a page calls it: bytes of files in, reports out. What is said of a draft is said by the same functions that
//! the command line calls; here is only the order of the steps, so that the page can say which one it is at.

pub mod explain;

use std::sync::Arc;

use dutybound::{
    convert::{self, Options, Tracked},
    diff,
    document::Date,
    draft::Draft,
    findings::Severity,
    law::{Instrument, Law},
    report::{
        check::{self, CheckReport, CheckedDraft, Show},
        diff::{self as changes, DiffReport},
        json,
        register::{self, RegisterReport, Selected, Selection},
    },
    source::Source,
    statements::Vocabulary,
    triage::{self, Policy},
};
use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// Files over this size are refused, as the command line does when nothing else is asked for.
const MAX_BYTES: usize = 64 << 20;

/// Whether a file is legislation as legislation.gov.uk gives it: told by its first element, since names lie.
#[wasm_bindgen]
pub fn is_law(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let first = head.split('<').find(|it| it.starts_with(char::is_alphabetic));
    first.is_some_and(|it| {
        let name = it.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
        name.rsplit(':').next() == Some("Legislation")
    })
}

/// A file's text, ready to be read.
#[wasm_bindgen]
pub struct Text(Source);

/// What lies on the desk: the laws, and one draft or two.
#[wasm_bindgen]
pub struct Desk {
    words: Vocabulary,
    law: Arc<Law>,
    as_of: Option<Date>,
    policy: Policy,
    options: Options,
    read: Vec<Draft>,
    checked: Vec<CheckedDraft>,
}

/// How much was found in a draft.
#[derive(Serialize)]
struct Counts<'a> {
    path: &'a str,
    title: Option<&'a str>,
    statements: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[wasm_bindgen]
impl Desk {
    /// An empty desk. `as_of` is a day as 2027-01-31, or nothing for each draft's own; `tracked` is the side of a Word draft's
    /// tracked changes that is read: "old", or "new".
    #[wasm_bindgen(constructor)]
    pub fn new(strict: bool, as_of: &str, tracked: &str) -> Result<Desk, String> {
        let day = Date::from_iso(as_of);
        if day.is_none() && !as_of.is_empty() {
            return Err(format!("“{as_of}” is no day; write it as 2027-01-31"));
        }
        let tracked = if tracked == "old" { Tracked::Old } else { Tracked::Accepted };
        Ok(Self {
            words: Vocabulary::default(),
            law: Arc::default(),
            as_of: day,
            policy: Policy { strict, as_of: day, ..Policy::default() },
            options: Options { tracked, ..Options::default() },
            read: Vec::new(),
            checked: Vec::new(),
        })
    }

    /// Puts a law on the desk, before any draft, and gives its title.
    pub fn add_law(&mut self, name: &str, bytes: Vec<u8>) -> Result<String, String> {
        let xml = String::from_utf8(bytes).map_err(|_| "not UTF-8 text".to_owned())?;
        let instrument =
            Instrument::from_clml(name, &xml, &self.words).map_err(|error| error.to_string())?;
        let title = instrument.title.clone();
        let law = Arc::get_mut(&mut self.law).ok_or("laws come before drafts")?;
        law.instruments.push(instrument);
        Ok(title)
    }

    /// The text of a file, converted where it is no Markdown. `on_page` is told each page of a long one: which, of how many.
    pub fn convert(&self, name: &str, bytes: Vec<u8>, on_page: &Function) -> Result<Text, String> {
        if bytes.len() > MAX_BYTES {
            return Err(format!(
                "{} MB is more than the {} MB that are read here",
                bytes.len() >> 20,
                MAX_BYTES >> 20
            ));
        }
        let told = |page: usize, of: usize| {
            // A page that does not want to hear is no reason to stop.
            let _ = on_page.call2(&JsValue::NULL, &(page as u32).into(), &(of as u32).into());
        };
        let source = convert::to_source(name, bytes, &self.options, &told);
        source.map(Text).map_err(|error| error.to_string())
    }

    /// Reads a draft: the old one first, where there are two.
    pub fn read(&mut self, text: Text) {
        let draft = Draft::from_sources(vec![text.0], &self.words).with_law(&self.law);
        self.read.push(Draft { as_of: self.as_of.or(draft.as_of), ..draft });
    }

    /// Runs the rules over every draft that was read, and gives the counts of each as JSON.
    pub fn check(&mut self) -> Result<String, String> {
        for draft in std::mem::take(&mut self.read) {
            let findings = triage::check(&draft, &self.policy).findings;
            self.checked.push(CheckedDraft { draft, findings, is_settings: false });
        }
        let counts: Vec<Counts<'_>> = self.checked.iter().map(Counts::of).collect();
        serde_json::to_string(&counts).map_err(|error| error.to_string())
    }

    /// What is wrong in the newest draft, as a page of its own or as JSON.
    pub fn findings(&self, format: &str) -> Result<Vec<u8>, String> {
        let newest = self.checked.len().saturating_sub(1);
        let report = CheckReport {
            drafts: &self.checked[newest..],
            not_read: &[],
            show: Show::Brief,
            known_as: None,
        };
        written(|out| match format {
            "html" => check::html(out, &report),
            _ => json::check(out, &report),
        })
    }

    /// The register of the newest draft, as a page of its own, a table, a workbook or JSON.
    pub fn register(&self, format: &str) -> Result<Vec<u8>, String> {
        let newest = self.checked.last();
        let selected = newest.map(|it| Selected::of(&it.draft, &Selection::default()));
        let report = RegisterReport {
            drafts: selected.into_iter().collect(),
            not_read: &[],
            uncounted: false,
        };
        written(|out| match format {
            "html" => register::html(out, &report),
            "csv" => register::csv_header(out).and_then(|()| register::csv(out, &report)),
            "xlsx" => register::xlsx(out, &report),
            _ => json::register(out, &report),
        })
    }

    /// What changed between the two drafts, as a page of its own or as JSON.
    pub fn changes(&self, format: &str) -> Result<Vec<u8>, String> {
        let [old, new] = self.checked.as_slice() else {
            return Err("what changed takes two drafts".to_owned());
        };
        let comparison = diff::compare(&old.draft, &new.draft);
        let report = DiffReport::of(&comparison, &Selection::default(), &[], changes::Show::Brief);
        written(|out| match format {
            "html" => changes::html(out, &report),
            _ => json::diff(out, &report),
        })
    }
}

impl<'a> Counts<'a> {
    fn of(checked: &'a CheckedDraft) -> Self {
        let of = |severity: Severity| {
            let counted = checked.findings.iter().filter(|it| it.counts());
            counted.filter(|it| it.finding.severity == severity).count()
        };
        Self {
            path: &checked.draft.path,
            title: checked.draft.title(),
            statements: checked.draft.statements().len(),
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            notes: of(Severity::Note),
        }
    }
}

fn written(
    write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    write(&mut out).map_err(|error| error.to_string())?;
    Ok(out)
}
