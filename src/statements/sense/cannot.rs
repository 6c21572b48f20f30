//! cannot: barred, or only unable.

use super::{Use, agent_subject, is_said_to_you, may::is_pronoun};
use crate::statements::{
    NoneReason,
    english::{Kind, Role, Tags, Voice, verb_after},
};

/// "cannot" bars only where somebody acts: "instances where an authority cannot meet its need" tells of inability.
pub(super) fn cannot(used: &Use<'_>) -> Option<NoneReason> {
    const UNABLE: [&str; 22] = [
        "meet",
        "afford",
        "find",
        "see",
        "agree",
        "reach",
        "attend",
        "tell",
        "stop",
        "control",
        "be",
        "make",
        "do",
        "know",
        "understand",
        "hear",
        "get",
        "avoid",
        "cope",
        "obtain",
        "guarantee",
        "resolve",
    ];
    let verb = verb_after(used.sentence, used.keyword.end);
    if used.clause.role == Role::Main && bars_in_passive(used) {
        return None;
    }
    let somebody = agent_subject(used)
        || is_pronoun(used) && (0..used.clause.start).any(|at| used.sentence.tag(at, Tags::AGENT));
    let we = used.sentence.is_one_of(used.keyword.first.saturating_sub(1), &["we", "i"]);
    let be = used.sentence.is_word(verb, "be") && used.voice == Voice::Active;
    let is_not = be && names_somebody_or_a_list(used, verb + 1);
    let unable = used.sentence.is_one_of(verb, &UNABLE) && !is_not;
    let bars = used.clause.role == Role::Main && somebody && !we && !unable;
    (!bars).then_some(NoneReason::Possibility)
}

/// "Trustees cannot be employees", "The provider cannot be:" and a list: who is kept out.
fn names_somebody_or_a_list(used: &Use<'_>, first: usize) -> bool {
    let list = used.sentence.kind(first) == Some(Kind::Colon);
    list || (first..first + 4)
        .take_while(|&at| used.sentence.tag(at, Tags::DET.with(Tags::ADJ).with(Tags::AGENT)))
        .any(|at| used.sentence.tag(at, Tags::AGENT))
}

/// "The data cannot be used for any other purpose": what people could do to a thing is barred, though nobody is named. What
/// cannot come about ("cannot be avoided") is inability.
fn bars_in_passive(used: &Use<'_>) -> bool {
    const COMES_ABOUT: [&str; 45] = [
        "accessed",
        "achieved",
        "agreed",
        "answered",
        "avoided",
        "changed",
        "confirmed",
        "contacted",
        "controlled",
        "delivered",
        "denied",
        "detected",
        "determined",
        "distinguished",
        "done",
        "eliminated",
        "emphasised",
        "ensured",
        "established",
        "expected",
        "explained",
        "found",
        "fulfilled",
        "guaranteed",
        "identified",
        "imagined",
        "known",
        "located",
        "made",
        "measured",
        "met",
        "obtained",
        "opened",
        "overemphasised",
        "overestimated",
        "overstated",
        "predicted",
        "prevented",
        "quantified",
        "reached",
        "reconciled",
        "repaired",
        "resolved",
        "satisfied",
        "seen",
    ];
    let Voice::Passive(participle) = used.voice else { return false };
    !is_said_to_you(used) && !used.sentence.is_one_of(participle, &COMES_ABOUT)
}
