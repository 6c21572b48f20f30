//! "Allow with a reason": writes the comment by which a finding stands. The reason is left to be filled in, and until it
//! is, the comment allows nothing and says so.

use std::{collections::HashMap, ops::Range};

use ls_types::{CodeAction, CodeActionKind, TextEdit, WorkspaceEdit};

use super::{diagnostics, view::View};
use crate::{
    document::{Document, Passage, PassageKind},
    findings::Finding,
    source::{SourceId, Span},
};

/// One action for each rule with a finding in a range.
pub(super) fn on(view: &View, source: SourceId, range: Range<u32>) -> Vec<CodeAction> {
    let mut actions: Vec<CodeAction> = Vec::new();
    let findings = view.findings.iter().map(|it| &it.finding);
    let here = findings.filter(|it| {
        it.span.source == source && it.span.start <= range.end && range.start <= it.span.end
    });
    let mut seen: Vec<(&str, Span)> = Vec::new();
    for finding in here {
        let Some((at, text)) = comment(view, finding) else { continue };
        // Two findings of a rule in one paragraph are allowed by one comment.
        if seen.contains(&(finding.rule, at)) {
            continue;
        }
        seen.push((finding.rule, at));
        actions.extend(action(view, finding, at, text));
    }
    actions
}

fn action(view: &View, finding: &Finding, at: Span, text: String) -> Option<CodeAction> {
    let location = view.location(at)?;
    let edit = TextEdit { range: location.range, new_text: text };
    let edit = WorkspaceEdit {
        changes: Some(HashMap::from([(location.uri, vec![edit])])),
        ..WorkspaceEdit::default()
    };
    Some(CodeAction {
        title: format!("Allow {} here, with a reason", finding.rule),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostics::of(view, finding)]),
        edit: Some(edit),
        ..CodeAction::default()
    })
}

/// Where the comment stands that allows a finding, and its text; `None` of a finding that no comment can allow.
fn comment(view: &View, finding: &Finding) -> Option<(Span, String)> {
    if matches!(finding.rule, "allow-unused" | "allow-expired") {
        return None;
    }
    let source = finding.span.source;
    let (document, text) = (view.document(source), view.text(source));
    let passage = document.passage(document.passage_of(finding.span)?);
    let comment = format!("<!-- dutybound: allow {} reason=\"\" -->", finding.rule);
    let at = |at: u32| Span { source, start: at, end: at };
    if let Some(line) = own_line(view, document, passage) {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        return Some((at(line), format!("{comment}{end}")));
    }
    Some((at(end_of_words(view, document, passage, finding.span)), format!(" {comment}")))
}

/// The beginning of the line that a paragraph begins with, where a comment can stand above it: plain text after an empty
/// line. In a list, a quotation or a table, a line of its own would end it.
fn own_line(view: &View, document: &Document, passage: &Passage) -> Option<u32> {
    let source = document.source;
    let text = view.text(source);
    let begins = match passage.paragraph {
        Some(id) => document.paragraph(id).label.start,
        None if passage.kind == PassageKind::Text => document.span(passage.extent).start,
        None => return None,
    };
    let line = view.lines(source).start_of_line(begins);
    let before = &text[..line as usize];
    let is_apart = before.trim_end_matches([' ', '\t']).is_empty()
        || ["\n\n", "\n\r\n"].iter().any(|end| before.ends_with(end));
    let own = &text[line as usize..];
    let is_plain = own
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '#' | '“' | '"' | '('))
        && !is_list_item(own);
    (is_apart && is_plain).then_some(line)
}

/// "1. " and "1) " begin an item of a list.
fn is_list_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// The end of the line that a finding ends on; in a table, the end of its words: the comment stays in the cell.
fn end_of_words(view: &View, document: &Document, passage: &Passage, span: Span) -> u32 {
    let source = document.source;
    let text = view.text(source);
    if matches!(passage.kind, PassageKind::Row { .. } | PassageKind::HeaderRow { .. }) {
        return span.end;
    }
    let lines = view.lines(source);
    let line = lines.start_of_line(span.end);
    let end = lines.end_of_line(text, span.end);
    let words = text[line as usize..end as usize].trim_end_matches([' ', '\t', '\\']);
    (line + words.len() as u32).max(span.end)
}
