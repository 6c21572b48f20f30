//! What holds of every draft, however it is written. The fuzz targets and the property tests hold drafts to it.

#![allow(unreachable_pub)] // the fuzz targets see it from outside

use std::{collections::HashSet, io, ops::Range, sync::LazyLock};

use dutybound::{
    diff,
    document::Extent,
    draft::Draft,
    report::{
        self, Page,
        check::{self, CheckReport, CheckedDraft, Show},
        diff::DiffReport,
        json,
        register::{self, RegisterReport, Selected, Selection},
    },
    source::{Source, Span},
    statements::Vocabulary,
    triage::{self, FailOn, Policy, Triaged},
};
use regex::Regex;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::built_in);

/// A text read as a draft; `None` where it is no text.
pub fn read(bytes: &[u8]) -> Option<Draft> {
    let source = Source::from_bytes("draft.md", bytes.to_vec()).ok()?;
    Some(Draft::from_sources(vec![source], &VOCABULARY))
}

/// Everything that is promised of one draft: what is read, found and written.
pub fn hold(draft: Draft) {
    hold_reading(&draft);
    let checked = found(draft);
    hold_findings(&checked);
    hold_reports(&checked);
    hold_twice(&checked);
    hold_no_change(&checked.draft);
}

/// A draft with all that every rule finds in it.
pub fn found(draft: Draft) -> CheckedDraft {
    let policy = Policy { strict: true, ..Policy::default() };
    let findings = triage::check(&draft, &policy).findings;
    CheckedDraft { draft, findings, is_settings: false }
}

/// Extents lie on character borders and in the order of the text; ids are unique; no modal word is lost or counted twice.
pub fn hold_reading(draft: &Draft) {
    let mut ids = HashSet::new();
    for statement in draft.statements() {
        assert!(ids.insert(draft.id(statement)), "{} is unique", draft.id(statement));
        let holder = &statement.duty_holder;
        let written = holder.holders.iter().map(|it| it.written);
        let deadline = statement.deadline.as_ref().map(|it| it.extent);
        let extents = [statement.extent, statement.keyword, statement.action].into_iter();
        let extents = extents.chain(statement.lead_in).chain(holder.text).chain(deadline);
        for extent in extents.chain(written).chain(statement.conditions.iter().copied()) {
            hold_extent(draft, statement.document, extent);
        }
        let words = [Some(statement.extent), statement.lead_in].into_iter().flatten();
        assert!(words.into_iter().any(|words| words.contains(statement.keyword)), "{statement:?}");
        let count = draft.names_of(statement).filter(|name| !name.is_empty()).count();
        assert_eq!(count, holder.holders.len(), "every holder has a name");
    }
    for citation in &draft.reading.citations {
        hold_extent(draft, citation.document, citation.extent);
        hold_extent(draft, citation.document, citation.at);
        assert!(citation.extent.contains(citation.at), "{citation:?}");
    }
    for reference in &draft.reading.references {
        hold_extent(draft, reference.document, reference.extent);
    }
    hold_modal_words(draft);
}

fn hold_extent(draft: &Draft, document: u32, extent: Extent) {
    let document = &draft.documents[document as usize];
    assert!(document.plain.text().get(extent.range()).is_some(), "{extent:?} is whole");
    hold_span(draft, document.span(extent));
}

fn hold_span(draft: &Draft, span: Span) {
    let text = draft.source(span.source).text();
    assert!(text.get(span.range()).is_some(), "{span:?} is whole");
}

/// Every must, should, shall and may lies in exactly one keyword, of statements or of none.
fn hold_modal_words(draft: &Draft) {
    static MODAL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)\b(?:must|should|shall|may)\b").expect("a pattern"));
    for (index, document) in (0..).zip(&draft.documents) {
        let keywords = keywords(draft, index);
        for word in MODAL.find_iter(document.plain.text()) {
            let reading: Vec<_> =
                keywords.iter().filter(|keyword| overlap(keyword, &word.range())).collect();
            assert_eq!(reading.len(), 1, "{word:?} is read once, and not as {reading:?}");
        }
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The keywords of a document, each once: those of statements, which a list's items share, and those of none.
fn keywords(draft: &Draft, document: u32) -> Vec<Range<usize>> {
    let stated = draft.statements().iter().map(|it| (it.document, it.keyword));
    let mut stated: Vec<_> = stated.collect();
    stated.dedup();
    let none = draft.reading.none.iter().map(|it| (it.document, it.keyword));
    let all = stated.into_iter().chain(none).filter(|(index, _)| *index == document);
    all.map(|(_, keyword)| keyword.range()).collect()
}

/// Findings stand in the order of the text, at whole words, with a fingerprint.
pub fn hold_findings(checked: &CheckedDraft) {
    let CheckedDraft { draft, findings, .. } = checked;
    let start = |it: &Triaged| (it.finding.span.source, it.finding.span.start);
    assert!(findings.is_sorted_by_key(start), "findings are in order");
    for Triaged { finding, fingerprint, .. } in findings {
        hold_span(draft, finding.span);
        assert!(finding.statement.is_none_or(|it| (it as usize) < draft.statements().len()));
        assert!(!finding.message.is_empty() && !finding.message.contains('\n'), "{finding:?}");
        assert_eq!(fingerprint.len(), 16, "{fingerprint}");
        finding.related.iter().for_each(|related| hold_span(draft, related.span));
    }
}

/// Every report can be written, in every way it can be shown.
pub fn hold_reports(checked: &CheckedDraft) {
    let out = &mut io::sink();
    let report = of(checked, Show::All);
    let pages = [Page { width: 20, color: true }, Page::default()];
    pages.iter().try_for_each(|page| check::terminal(out, &report, *page)).expect("a sink");
    check::terminal(out, &of(checked, Show::Brief), Page::default()).expect("a sink");
    check::sarif(out, &report).expect("a sink");
    check::github(out, &report).expect("a sink");
    check::junit(out, &report, &FailOn::default()).expect("a sink");
    check::markdown(out, &report).expect("a sink");
    report::margin(&report);
    let register = register_of(&checked.draft);
    pages.iter().try_for_each(|page| register::terminal(out, &register, *page)).expect("a sink");
    register::summary(out, &register, Page::default()).expect("a sink");
    register::markdown(out, &register).expect("a sink");
    register::csv(out, &register).expect("a sink");
}

fn of(checked: &CheckedDraft, show: Show) -> CheckReport<'_> {
    CheckReport { drafts: std::slice::from_ref(checked), not_read: &[], show, known_as: None }
}

fn register_of(draft: &Draft) -> RegisterReport<'_> {
    let drafts = vec![Selected::of(draft, &Selection::default())];
    RegisterReport { drafts, not_read: &[], uncounted: true }
}

/// The register and the findings, as scripts get them.
pub fn written(checked: &CheckedDraft) -> String {
    let mut out = Vec::new();
    json::register(&mut out, &register_of(&checked.draft)).expect("memory");
    json::check(&mut out, &of(checked, Show::All)).expect("memory");
    String::from_utf8(out).expect("JSON is text")
}

/// The same text gives the same bytes.
fn hold_twice(checked: &CheckedDraft) {
    let again = checked.draft.sources.iter().map(|source| {
        let (path, text) = (source.path(), source.text().to_owned());
        let read = if source.converted() {
            Source::from_converted(path, text)
        } else {
            Source::from_bytes(path, text.into_bytes())
        };
        read.expect("it was read before")
    });
    let again = found(Draft::from_sources(again.collect(), &VOCABULARY));
    assert_eq!(written(checked), written(&again), "the same text is read in the same way");
}

/// A draft held against itself has not changed.
pub fn hold_no_change(draft: &Draft) {
    let comparison = diff::compare(draft, draft);
    assert!(comparison.changes.is_empty(), "{:?}", comparison.changes);
    assert!(comparison.renumbered.is_empty(), "{:?}", comparison.renumbered);
    assert!(comparison.revision.matched() >= 1.0, "{}", comparison.revision.matched());
}

/// Whatever two drafts are, what changed between them can be said and written.
pub fn hold_changes(old: &Draft, new: &Draft) {
    let comparison = diff::compare(old, new);
    for change in &comparison.changes {
        change.old_words.iter().for_each(|span| hold_span(old, *span));
        change.new_words.iter().for_each(|span| hold_span(new, *span));
        assert!(change.old.is_none_or(|it| (it as usize) < old.statements().len()));
        assert!(change.new.is_none_or(|it| (it as usize) < new.statements().len()));
    }
    assert!((0.0..=1.0).contains(&comparison.revision.matched()));
    let show = report::diff::Show::All;
    let report = DiffReport::of(&comparison, &Selection::default(), &[], show);
    let out = &mut io::sink();
    report::diff::terminal(out, &report, Page::default()).expect("a sink");
    report::diff::markdown(out, &report).expect("a sink");
    report::diff::sarif(out, &report).expect("a sink");
    json::diff(out, &report).expect("a sink");
}
