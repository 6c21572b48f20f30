//! The outline of a file: its parts, and in each the statements it makes.

use ls_types::{DocumentSymbol, SymbolKind};

use super::view::View;
use crate::{
    document::Part,
    report::register::who,
    source::{SourceId, Span},
    statements::Statement,
};

/// A part or statement with what lies in it.
struct Node {
    symbol: DocumentSymbol,
    end: u32,
    level: u8,
}

/// Parts as they nest, and statements in the part they stand in.
pub(super) fn of(view: &View, source: SourceId) -> Vec<DocumentSymbol> {
    let document = view.document(source);
    let end = view.text(source).len() as u32;
    let mut all: Vec<(u32, Node)> = Vec::new();
    for (index, part) in document.parts.iter().enumerate().skip(1) {
        // A part goes on until the next heading that is no lower than its own.
        let next = document.parts[index + 1..].iter().find(|it| it.level <= part.level);
        let end = next.map_or(end, |it| document.span(it.heading).start);
        all.push(of_part(view, source, part, end));
    }
    all.extend(view.statements(source).map(|(_, it)| of_statement(view, it)));
    all.sort_by_key(|(start, node)| (*start, node.level));
    nested(all)
}

/// Puts each node into the last one that begins before it and has not ended.
fn nested(all: Vec<(u32, Node)>) -> Vec<DocumentSymbol> {
    let mut whole = Vec::new();
    let mut open: Vec<Node> = Vec::new();
    for (start, node) in all {
        close(&mut open, &mut whole, |last| last.end <= start || node.end > last.end);
        open.push(node);
    }
    close(&mut open, &mut whole, |_| true);
    whole
}

fn close(open: &mut Vec<Node>, whole: &mut Vec<DocumentSymbol>, has_ended: impl Fn(&Node) -> bool) {
    while open.last().is_some_and(&has_ended) {
        let Some(done) = open.pop() else { break };
        match open.last_mut() {
            Some(outer) => outer.symbol.children.get_or_insert_default().push(done.symbol),
            None => whole.push(done.symbol),
        }
    }
}

fn of_part(view: &View, source: SourceId, part: &Part, end: u32) -> (u32, Node) {
    let document = view.document(source);
    let heading = document.span(part.heading);
    let name = document.text(part.heading).trim();
    let name = if name.is_empty() { "(heading without words)" } else { name };
    let whole = Span { end: end.max(heading.end), ..heading };
    let symbol = symbol(view, name.to_owned(), None, SymbolKind::NAMESPACE, whole, heading);
    (whole.start, Node { symbol, end: whole.end, level: part.level })
}

fn of_statement(view: &View, statement: &Statement) -> (u32, Node) {
    const LONGEST: usize = 100;
    let draft = &view.draft;
    let span = draft.span(statement, statement.extent);
    let modality = statement.modality.as_str();
    let name = format!("{} {modality}: {}", draft.id(statement), who(draft, statement));
    let text = draft.text(statement, statement.extent).split_whitespace().collect::<Vec<_>>();
    let mut detail: String = text.join(" ").chars().take(LONGEST + 1).collect();
    if detail.chars().count() > LONGEST {
        detail.pop();
        detail.push('…');
    }
    let keyword = draft.span(statement, statement.keyword);
    let inside = span.start <= keyword.start && keyword.end <= span.end;
    let selected = if inside { keyword } else { span };
    let symbol = symbol(view, name, Some(detail), SymbolKind::KEY, span, selected);
    // Statements hold nothing: of two in one sentence, neither lies in the other.
    (span.start, Node { symbol, end: span.start, level: u8::MAX })
}

#[expect(deprecated, reason = "the field has to be given")]
fn symbol(
    view: &View,
    name: String,
    detail: Option<String>,
    kind: SymbolKind,
    whole: Span,
    selected: Span,
) -> DocumentSymbol {
    DocumentSymbol {
        name,
        detail,
        kind,
        tags: None,
        deprecated: None,
        range: view.range(whole),
        selection_range: view.range(selected),
        children: None,
    }
}
