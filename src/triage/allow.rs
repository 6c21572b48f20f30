//! Findings that stand, with a reason: as a comment in the draft or the configuration says.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::{
    Allowed, AllowedBy, Date, Files, Outcome, Policy, Triaged,
    allow_comment::{self, AllowComment},
};
use crate::{
    document::{Document, ParagraphId, PassageId},
    draft::Draft,
    findings::{Finding, Severity},
    rules::Rule,
    source::{SourceId, Span},
};

/// An allow of the configuration. What is `None` matches anything.
#[derive(Debug)]
pub struct ConfigAllow {
    pub rule: &'static str,
    pub files: Files,
    /// The number of the paragraph.
    pub paragraph: Option<String>,
    /// Words of the sentence, white space aside.
    pub words: Option<String>,
    pub reason: String,
    /// The last day it holds.
    pub until: Option<Date>,
    /// Where the configuration says so.
    pub span: Span,
}

/// A comment of the draft that allows something.
struct Comment {
    span: Span,
    allow: AllowComment,
    used: bool,
}

/// All that allows findings in one draft.
struct Allows<'a> {
    draft: &'a Draft,
    comments: Vec<Comment>,
    /// Which comments hold for a passage of a source.
    reach: FxHashMap<(SourceId, PassageId), Vec<usize>>,
    config: &'a [ConfigAllow],
    as_of: Option<Date>,
    /// Which allows of the configuration matched.
    used: Vec<usize>,
    /// Findings that allows themselves give rise to.
    own: Vec<Finding>,
}

/// Marks the findings that are allowed, and adds those that allows themselves give rise to.
pub(super) fn apply(
    draft: &Draft,
    policy: &Policy,
    run: &[&Rule],
    findings: Vec<Finding>,
) -> Outcome {
    let mut allows = Allows {
        draft,
        comments: Vec::new(),
        reach: FxHashMap::default(),
        config: &policy.allows,
        as_of: policy.as_of.or(draft.as_of),
        used: Vec::new(),
        own: Vec::new(),
    };
    allows.read_comments();
    let mut triaged: Vec<Triaged> = findings
        .into_iter()
        .map(|finding| {
            let allowed = allows.by_comment(&finding);
            let allowed = allows.by_config(&finding).or(allowed);
            news(finding, allowed)
        })
        .collect();
    let Allows { comments, used, mut own, as_of, .. } = allows;
    let ended = |until: Option<Date>| has_ended(until, as_of);
    own.extend(comments.iter().filter_map(|it| it.fault(run, ended(it.allow.until))));
    let own = own.into_iter().filter(|it| run.iter().any(|rule| rule.id == it.rule));
    triaged.extend(own.filter_map(|it| policy.leveled(draft, it)).map(|it| news(it, None)));
    Outcome { findings: triaged, used }
}

/// The allows of the configuration that matched nothing, though their rule was run and a file they hold for was checked.
pub(super) fn unused(
    draft: &Draft,
    policy: &Policy,
    run: &[&Rule],
    used: &[usize],
    checked: &[&str],
) -> Vec<Triaged> {
    let runs = |id: &str| run.iter().any(|rule| rule.id == id);
    if !runs("allow-unused") {
        return Vec::new();
    }
    let allows = policy.allows.iter().enumerate().filter(|(index, _)| !used.contains(index));
    let judged = allows.filter(|(_, allow)| {
        runs(allow.rule) && checked.iter().any(|path| allow.files.contain(path))
    });
    let findings = judged.map(|(_, allow)| {
        let message = format!("this allow matches no finding of {}", allow.rule);
        fault("allow-unused", Severity::Warning, allow.span, message)
    });
    findings.filter_map(|it| policy.leveled(draft, it)).map(|it| news(it, None)).collect()
}

impl Allows<'_> {
    /// The comments that allow something, and findings about those that cannot be followed.
    fn read_comments(&mut self) {
        for (document, source) in self.draft.documents.iter().zip(&self.draft.sources) {
            let places = LazyCell::new(|| Places::of(document));
            for &span in &document.comments {
                match allow_comment::read(&source.text()[span.range()]) {
                    None => {}
                    Some(Ok(allow)) => {
                        for passage in places.reach(source.text(), span) {
                            let comments = self.reach.entry((span.source, passage)).or_default();
                            comments.push(self.comments.len());
                        }
                        self.comments.push(Comment { span, allow, used: false });
                    }
                    Some(Err(message)) => {
                        let finding = fault("allow-unused", Severity::Warning, span, message);
                        self.own.push(finding);
                    }
                }
            }
        }
    }

    fn by_comment(&mut self, finding: &Finding) -> Option<Allowed> {
        let source = finding.span.source;
        let passage = self.draft.documents[source.index()].passage_of(finding.span)?;
        let mut allowed = None;
        for &index in self.reach.get(&(source, passage))? {
            let comment = &mut self.comments[index];
            if !comment.allow.rules.contains(&finding.rule) {
                continue;
            }
            comment.used = true;
            if allowed.is_none() && !has_ended(comment.allow.until, self.as_of) {
                let reason = comment.allow.reason.clone();
                allowed = Some(Allowed { reason, by: AllowedBy::Comment });
            }
        }
        allowed
    }

    fn by_config(&mut self, finding: &Finding) -> Option<Allowed> {
        let mut allowed = None;
        for (index, allow) in self.config.iter().enumerate() {
            if !allow.covers(self.draft, finding) {
                continue;
            }
            self.used.push(index);
            if let Some(until) = allow.until.filter(|_| has_ended(allow.until, self.as_of)) {
                let message =
                    format!("the configuration allowed {} here until {until}", finding.rule);
                self.own.push(expired(finding.span, message));
            } else {
                let reason = allow.reason.clone();
                allowed = Some(Allowed { reason, by: AllowedBy::Config });
            }
        }
        allowed
    }
}

/// Whether an allow is over. Without a day to hold it against, it is not.
fn has_ended(until: Option<Date>, as_of: Option<Date>) -> bool {
    until.zip(as_of).is_some_and(|(until, as_of)| until < as_of)
}

fn news(finding: Finding, allowed: Option<Allowed>) -> Triaged {
    Triaged { finding, fingerprint: String::new(), allowed, known: false }
}

/// Which passages go together in a document.
struct Places<'a> {
    document: &'a Document,
    of_paragraph: FxHashMap<ParagraphId, Vec<PassageId>>,
    introduced_by: FxHashMap<PassageId, Vec<PassageId>>,
}

impl<'a> Places<'a> {
    fn of(document: &'a Document) -> Self {
        let mut made = Self {
            document,
            of_paragraph: FxHashMap::default(),
            introduced_by: FxHashMap::default(),
        };
        for (id, passage) in (0..).map(PassageId).zip(&document.passages) {
            if let Some(paragraph) = passage.paragraph {
                made.of_paragraph.entry(paragraph).or_default().push(id);
            }
            if let Some(lead_in) = passage.lead_in {
                made.introduced_by.entry(lead_in).or_default().push(id);
            }
        }
        made
    }

    /// The passages an allow holds for: see [`allow_comment`].
    fn reach(&self, text: &str, comment: Span) -> Vec<PassageId> {
        let document = self.document;
        let line = text[..comment.range().start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let shares_line = !text[line..comment.range().start].trim().is_empty();
        let next = document
            .passages
            .partition_point(|passage| document.span(passage.extent).start < comment.start);
        let index = if shares_line { next.checked_sub(1) } else { Some(next) };
        let Some(own) = index.filter(|&index| index < document.passages.len()) else {
            return Vec::new();
        };
        let own = PassageId(own as u32);
        match document.passage(own).paragraph {
            Some(paragraph) => self.of_paragraph[&paragraph].clone(),
            None => self.with_its_list(own),
        }
    }

    /// A passage and the list that it introduces, however deep.
    fn with_its_list(&self, lead_in: PassageId) -> Vec<PassageId> {
        let mut found = vec![lead_in];
        let mut at = 0;
        while let Some(passage) = found.get(at) {
            let items = self.introduced_by.get(passage);
            found.extend(items.into_iter().flatten());
            at += 1;
        }
        found
    }
}

impl Comment {
    /// What is wrong with the allow itself. Of rules that were not run nobody knows whether it is needed.
    fn fault(&self, run: &[&Rule], has_ended: bool) -> Option<Finding> {
        let was_run = self.allow.rules.iter().all(|id| run.iter().any(|rule| rule.id == *id));
        match self.allow.until {
            Some(until) if has_ended => {
                Some(expired(self.span, format!("this allow ended on {until}")))
            }
            _ if self.used || !was_run => None,
            _ => {
                let message =
                    format!("nothing here is a finding of {}", self.allow.rules.join(" or "));
                Some(fault("allow-unused", Severity::Warning, self.span, message))
            }
        }
    }
}

impl ConfigAllow {
    fn covers(&self, draft: &Draft, finding: &Finding) -> bool {
        self.rule == finding.rule
            && self.files.contain(draft.source(finding.span.source).path())
            && self.paragraph.as_ref().is_none_or(|it| paragraph_of(draft, finding) == Some(it))
            && self
                .words
                .as_ref()
                .is_none_or(|words| sentence_of(draft, finding).contains(&spaced(words)))
    }
}

fn paragraph_of<'a>(draft: &'a Draft, finding: &Finding) -> Option<&'a str> {
    let document = &draft.documents[finding.span.source.index()];
    let paragraph = document.passage(document.passage_of(finding.span)?).paragraph?;
    Some(document.paragraph(paragraph).number.as_str())
}

/// The words of the passage a finding is in, white space evened out.
fn sentence_of(draft: &Draft, finding: &Finding) -> String {
    let document = &draft.documents[finding.span.source.index()];
    let passage = document.passage_of(finding.span);
    passage.map(|it| spaced(document.text(document.passage(it).extent))).unwrap_or_default()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn expired(span: Span, message: String) -> Finding {
    fault("allow-expired", Severity::Error, span, message)
}

fn fault(rule: &'static str, severity: Severity, span: Span, message: String) -> Finding {
    Finding { rule, severity, message, span, statement: None, related: Vec::new(), of_draft: false }
}
