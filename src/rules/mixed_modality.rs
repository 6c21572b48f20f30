//! Words of different strength in one sentence: "must provide … but may also".

use super::{DUTIES, GUIDANCE, Rule};
use crate::{
    draft::Draft,
    findings::{Finding, Related, Severity},
    statements::{Modality, Statement},
};

pub(super) static RULE: Rule = Rule {
    id: "mixed-modality",
    summary: "words of different strength in one sentence",
    severity: Severity::Note,
    strict: true,
    page: include_str!("mixed_modality.md"),
    check,
};

fn check(draft: &Draft) -> Vec<Finding> {
    let own: Vec<(u32, &Statement)> = draft.own_statements().collect();
    let sentences = own.chunk_by(|(_, a), (_, b)| (a.document, a.extent) == (b.document, b.extent));
    let mixed = sentences.clone().filter_map(|sentence| in_sentence(draft, sentence));
    let fought = sentences.flatten().filter_map(|&(index, it)| fights_itself(draft, index, it));
    mixed.chain(fought).collect()
}

/// How strong a word is, where that can be compared.
fn strength(modality: Modality) -> Option<u8> {
    match modality {
        _ if DUTIES.contains(&modality) => Some(3),
        _ if GUIDANCE.contains(&modality) => Some(2),
        Modality::Encouragement => Some(1),
        Modality::Permission => Some(0),
        _ => None,
    }
}

fn in_sentence(draft: &Draft, sentence: &[(u32, &Statement)]) -> Option<Finding> {
    let &(_, first) = sentence.first()?;
    let strong = strength(first.modality)?;
    let other =
        sentence.iter().find(|(_, it)| strength(it.modality).is_some_and(|it| it != strong));
    if let Some(&(index, _)) = other {
        let span = draft.span(first, first.keyword);
        let related = vec![Related { span, message: "the other word".to_owned() }];
        return Some(Finding {
            related,
            ..RULE.at_keyword(draft, index, "this sentence binds in one half and not in the other")
        });
    }
    let before = &draft.text(first, first.extent)
        [..(first.keyword.start.checked_sub(first.extent.start)?) as usize];
    let promises = before.split_whitespace().any(|word| word == "will") && before.contains(" and ");
    let &(index, _) = sentence.first()?;
    (promises && strong == 3).then(|| {
        RULE.at_keyword(
            draft,
            index,
            "this sentence says what will be in one half and what must be in the other",
        )
    })
}

/// "should always", "must normally": the adverb says more, or less, than the word.
fn fights_itself(draft: &Draft, index: u32, statement: &Statement) -> Option<Finding> {
    let after = &draft.document_of(statement).plain.text()[statement.keyword.end as usize..];
    let next = after.split_whitespace().next()?;
    let message = match next {
        "always" | "never" if GUIDANCE.contains(&statement.modality) => {
            "the adverb binds, and the word before it advises"
        }
        "normally" | "usually" | "generally" | "ordinarily"
            if DUTIES.contains(&statement.modality) =>
        {
            "the word binds, and the adverb after it lets go"
        }
        _ => return None,
    };
    Some(RULE.at_keyword(draft, index, message))
}
