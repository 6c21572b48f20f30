//! The words for values: the same in JSON, tables and messages.

use crate::{
    document::Unit,
    statements::{
        Authority, Basis, Counting, Found, Grade, NoneReason, TimeUnit, Unnamed,
        convention::{Case, ConventionFound, ConventionKind},
    },
};

pub fn found(found: Found) -> &'static str {
    match found {
        Found::Subject => "subject",
        Found::ByAgent => "by-agent",
        Found::Relative => "relative",
        Found::Pronoun => "pronoun",
        Found::Elided => "elided",
        Found::LeadIn => "lead-in",
        Found::Row => "row",
        Found::Heading => "heading",
        Found::Reader => "reader",
        Found::None => "none",
        Found::Undecided => "undecided",
    }
}

pub fn unnamed(why: Unnamed) -> &'static str {
    match why {
        Unnamed::Passive => "passive",
        Unnamed::Thing => "thing",
        Unnamed::Expletive => "expletive",
        Unnamed::Receiver => "receiver",
    }
}

pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Certain => "certain",
        Grade::Likely => "likely",
    }
}

pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Law => "law",
        Basis::Standard => "standard",
    }
}

pub fn authority(place: Authority) -> &'static str {
    match place {
        Authority::Sentence => "sentence",
        Authority::Note => "note",
        Authority::Row => "row",
        Authority::Paragraph => "paragraph",
        Authority::Part => "part",
        Authority::None => "none",
    }
}

pub fn time_unit(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Hour => "hour",
        TimeUnit::Day => "day",
        TimeUnit::Week => "week",
        TimeUnit::Month => "month",
        TimeUnit::Term => "term",
        TimeUnit::Year => "year",
    }
}

pub fn counting(counting: Counting) -> &'static str {
    match counting {
        Counting::Calendar => "calendar",
        Counting::Working => "working",
        Counting::School => "school",
    }
}

pub fn none_reason(reason: NoneReason) -> &'static str {
    match reason {
        NoneReason::Mention => "mention",
        NoneReason::Possibility => "possibility",
        NoneReason::Question => "question",
        NoneReason::Heading => "heading",
        NoneReason::InvertedCondition => "inverted-condition",
        NoneReason::ReadingAdvice => "reading-advice",
        NoneReason::Noun => "noun",
        NoneReason::Month => "month",
        NoneReason::LowerCase => "lower-case",
        NoneReason::Convention => "convention",
        NoneReason::Description => "description",
        NoneReason::Code => "code",
        NoneReason::History => "history",
    }
}

pub fn convention_kind(kind: ConventionKind) -> &'static str {
    match kind {
        ConventionKind::RestatesLaw => "restates-law",
        ConventionKind::MakesLaw => "makes-law",
        ConventionKind::OwnStandard => "own-standard",
    }
}

pub fn convention_found(found: ConventionFound) -> &'static str {
    match found {
        ConventionFound::Declared => "declared",
        ConventionFound::Config => "config",
        ConventionFound::Default => "default",
    }
}

pub fn case(case: Case) -> &'static str {
    match case {
        Case::Any => "any",
        Case::Upper => "upper",
    }
}

/// What a draft calls a division of its own, as it is said before a number: "Rule" of "Rule 253".
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Part => "Part",
        Unit::Chapter => "Chapter",
        Unit::Section => "Section",
        Unit::Annex => "Annex",
        Unit::Appendix => "Appendix",
        Unit::Schedule => "Schedule",
        Unit::Paragraph => "paragraph",
        Unit::Rule => "Rule",
        Unit::Principle => "Principle",
        Unit::Standard => "Standard",
        Unit::Step => "Step",
        Unit::Table => "Table",
        Unit::Figure => "Figure",
        Unit::Box => "Box",
    }
}

/// "1 error", "2 errors".
pub fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

/// A word, or a line, as it begins a sentence.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
