//! Wording that may be law or advice: "need to", "have to", "is essential that".

use super::Rule;
use crate::{
    draft::Draft,
    findings::{Finding, Related, Severity},
    statements::{
        Found, Holder, Modality, Statement, convention::ConventionFound, vocabulary::HolderKind,
    },
};

pub(super) static RULE: Rule = Rule {
    id: "undeclared-obligation",
    summary: "wording that may be law or advice",
    severity: Severity::Warning,
    strict: false,
    page: include_str!("undeclared_obligation.md"),
    check,
};

/// From this many on, the finding is about the draft's habit and not about a sentence.
const MANY: usize = 8;

/// How many of the others that finding points at.
const SHOWN: usize = 3;

fn check(draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = draft
        .own_statements()
        .filter_map(|(index, statement)| Some((index, statement, message(draft, statement)?)))
        .map(|(index, statement, message)| Finding {
            severity: severity(draft, statement),
            ..RULE.at_keyword(draft, index, message)
        })
        .collect();
    findings.dedup_by(|a, b| a.span == b.span);
    if findings.len() >= MANY && findings.len() * 10 > draft.statements().len() {
        return as_a_habit(findings);
    }
    findings
}

/// One finding for a draft that speaks so all through.
fn as_a_habit(findings: Vec<Finding>) -> Vec<Finding> {
    let count = findings.len();
    let mut findings = findings.into_iter();
    let first = findings.next();
    let related = |it: Finding| Related { span: it.span, message: "and here".to_owned() };
    let related: Vec<Related> = findings.take(SHOWN).map(related).collect();
    let message = format!(
        "in {count} places this draft says “need to”, “have to” or “is important”: is that law or advice?"
    );
    first
        .into_iter()
        .map(|it| Finding {
            message: message.clone(),
            related: related.clone(),
            severity: RULE.severity,
            statement: None,
            of_draft: true,
            ..it
        })
        .collect()
}

/// A body that has to guess is warned of; what is said of nobody, or to the reader by the way, is noted.
fn severity(draft: &Draft, statement: &Statement) -> Severity {
    let vocabulary = &draft.reading.vocabulary;
    let body = |holder: &Holder| {
        vocabulary.kind(&holder.name) != Some(HolderKind::Person)
            && vocabulary.name(&holder.name) != "we"
    };
    let holder = &statement.duty_holder;
    let here = matches!(holder.found, Found::Subject | Found::ByAgent | Found::LeadIn | Found::Row);
    let named = here && holder.holders.iter().any(body);
    if named || statement.modality != Modality::Undeclared { RULE.severity } else { Severity::Note }
}

fn message(draft: &Draft, statement: &Statement) -> Option<&'static str> {
    if statement.modality == Modality::Undeclared {
        let told = is_told_by_the_way(draft, statement) || is_a_need(draft, statement);
        return (!told).then_some("this does not say whether it is law or advice");
    }
    let keyword = draft.text(statement, statement.keyword).to_lowercase();
    let convention = &draft.reading.convention;
    let undeclared = convention.found != ConventionFound::Default
        && convention.word("must").is_some()
        && convention.word("shall").is_none();
    (undeclared && keyword.starts_with("shall"))
        .then_some("the draft says what must means, and not what shall means")
}

/// "Developers need to be able to use the data", "different teams need to use different information": what they need is told, and
/// nothing asked of them.
fn is_a_need(draft: &Draft, statement: &Statement) -> bool {
    const DIFFERING: [&str; 6] = ["different", "some", "many", "most", "all users", "users"];
    let action = draft.text(statement, statement.action).to_lowercase();
    let text = draft.text(statement, statement.extent).to_lowercase();
    action.starts_with("be able to") || DIFFERING.iter().any(|it| text.starts_with(it))
}

/// Words after which a need is a condition or a reason, and nothing is asked.
const CONDITIONS: &[&str] = &[
    "if", "unless", "when", "whether", "because", "while", "until", "so", "where", "that", "which",
    "who", "what",
];

/// "if you need to stop", "the skills they need to drive", "works that need to stay dry": nobody is asked for anything.
fn is_told_by_the_way(draft: &Draft, statement: &Statement) -> bool {
    let text = draft.text(statement, statement.extent);
    let Some(at) = statement.keyword.start.checked_sub(statement.extent.start) else {
        return false;
    };
    let Some(before) = text.get(..at as usize) else { return false };
    let clause = before.rsplit([',', ';', ':', '–', '—']).next().unwrap_or(before);
    let words: Vec<String> = clause.split_whitespace().map(str::to_lowercase).collect();
    if words.iter().any(|word| CONDITIONS.contains(&word.as_str())) {
        return true;
    }
    let [.., thing, pronoun] = words.as_slice() else { return false };
    let short = matches!(
        pronoun.as_str(),
        "you" | "they" | "we" | "he" | "she" | "it" | "people" | "you'll" | "you’ll"
    );
    short
        && thing.chars().all(char::is_alphabetic)
        && !matches!(thing.as_str(), "and" | "but" | "or" | "then" | "often" | "also" | "once")
}
