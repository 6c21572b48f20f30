//! One Code as it was read: the draft, what was found in it, and the way to places in its files.

use std::{
    cell::OnceCell,
    path::{Path, PathBuf},
};

use ls_types::{Location, Range, Uri};

use super::{Code, Options, lines::Lines, sync::OpenFiles};
use crate::{
    document::{Document, Extent},
    draft::Draft,
    source::{Source, SourceId, Span},
    statements::Statement,
    triage::{self, Triaged},
};

pub(super) struct View {
    pub(super) draft: Draft,
    /// What is shown, in the order of the text.
    pub(super) findings: Vec<Triaged>,
    files: Vec<File>,
}

struct File {
    path: PathBuf,
    uri: Option<Uri>,
    lines: OnceCell<Lines>,
}

impl View {
    /// Reads a Code with what the editor holds in place of what stands on the disk.
    ///
    /// # Errors
    ///
    /// When what the editor holds is no text.
    pub(super) fn of(code: &Code, open: &OpenFiles, options: &Options) -> Result<Self, String> {
        let (mut sources, mut files) = (Vec::new(), Vec::new());
        for file in &code.files {
            let opened = open.get(&file.path);
            let text = opened.map_or(file.text.as_str(), |it| it.text.as_str());
            let name = file.path.to_string_lossy();
            let source = Source::from_bytes(name, text.as_bytes().to_vec());
            sources.push(source.map_err(|error| error.to_string())?);
            let uri = opened.map(|it| it.uri.clone());
            let lines = OnceCell::new();
            if let Some(opened) = opened {
                let _ = lines.set(opened.text.lines().clone());
            }
            files.push(File {
                uri: uri.or_else(|| Uri::from_file_path(&file.path)),
                path: file.path.clone(),
                lines,
            });
        }
        let draft = Draft::from_sources(sources, &code.vocabulary).with_law(&code.law);
        let as_of = code.as_of.or(draft.as_of);
        let draft = Draft { path: code.name.clone(), as_of, ..draft };
        let mut findings = triage::check(&draft, &code.policy).findings;
        findings.retain(|it| it.counts() && options.show.takes(it.finding.severity));
        Ok(Self { draft, findings, files })
    }

    /// The source that a file is.
    pub(super) fn source_of(&self, path: &Path) -> Option<SourceId> {
        let index = self.files.iter().position(|file| file.path == path)?;
        Some(SourceId(index as u32))
    }

    pub(super) fn document(&self, source: SourceId) -> &Document {
        &self.draft.documents[source.index()]
    }

    pub(super) fn text(&self, source: SourceId) -> &str {
        self.draft.source(source).text()
    }

    pub(super) fn lines(&self, source: SourceId) -> &Lines {
        self.files[source.index()].lines.get_or_init(|| Lines::of(self.text(source)))
    }

    pub(super) fn range(&self, span: Span) -> Range {
        self.lines(span.source).range(self.text(span.source), span.start, span.end)
    }

    /// A span with its file; `None` of a file that has no address.
    pub(super) fn location(&self, span: Span) -> Option<Location> {
        let uri = self.files[span.source.index()].uri.clone()?;
        Some(Location { uri, range: self.range(span) })
    }

    /// The statements of a source, with the place of each among all.
    pub(super) fn statements(&self, source: SourceId) -> impl Iterator<Item = (u32, &Statement)> {
        let all = (0u32..).zip(self.draft.statements());
        all.filter(move |(_, statement)| statement.document == source.0)
    }

    /// Whether the words of an extent, or what stands between them, hold a byte of the source.
    pub(super) fn holds(&self, source: SourceId, extent: Extent, offset: u32) -> bool {
        let span = self.document(source).span(extent);
        (span.start..=span.end).contains(&offset)
    }
}
