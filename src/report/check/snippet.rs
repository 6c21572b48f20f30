//! The sentence a finding is in, wrapped to the page, with the words at fault underlined.

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

use crate::{
    draft::Draft,
    findings::Finding,
    report::{check::excerpt::excerpt, wrap},
};

/// An excerpt of a draft with the words at fault underlined, in lines no wider than `width`.
pub(super) fn snippet<'a>(
    draft: &'a Draft,
    finding: &Finding,
    width: usize,
) -> Snippet<'a, Annotation<'a>> {
    let text = draft.source(finding.span.source).text();
    let excerpt = excerpt(draft, finding);
    let fault = finding.span.range();
    let mut wrapped = String::with_capacity(excerpt.len());
    let mut marks = Vec::new();
    for line in wrap::lines(&text[excerpt.clone()], width) {
        let line = excerpt.start + line.start..excerpt.start + line.end;
        if !wrapped.is_empty() {
            wrapped.push('\n');
        }
        let (start, end) = (fault.start.max(line.start), fault.end.min(line.end));
        if start < end {
            marks.push(wrapped.len() + start - line.start..wrapped.len() + end - line.start);
        }
        wrapped.push_str(&text[line]);
    }
    let marks = marks.into_iter().map(|mark| AnnotationKind::Primary.span(mark));
    // The lines are ours and not the file's: their numbers would mislead.
    Snippet::source(wrapped).line_numbering(false).fold(false).annotations(marks)
}
