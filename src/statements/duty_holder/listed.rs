//! "The following bodies must have regard to this Code:": those who have to act stand in the list that follows.

use super::{Traced, context::Context, named};
use crate::{
    document::Extent,
    statements::{
        DutyHolder, Found, Grade,
        english::{Kind, NounPhrase, Phrases, Tags, Voice},
        keyword::Keyword,
    },
};

/// The holders that a list names, where the subject of the wording, or the agent of its passive, is "the following".
pub(super) fn listed(
    phrases: Phrases<'_>,
    keyword: Keyword,
    traced: &Traced,
    voice: Voice,
    context: &Context<'_>,
) -> Option<DutyHolder> {
    let sentence = phrases.sentence;
    let found = match voice {
        Voice::Active => {
            let follows = |index| sentence.starts_with(index, &["the", "following"]);
            let subject = traced.phrases.first()?;
            let bare = sentence.is_word(subject.words.end - 1, "following");
            let points = traced.region.clone().any(follows) && (bare || subject.is_agent());
            points.then_some(Found::Subject)?
        }
        Voice::Passive(participle) => {
            let by = (participle..sentence.tokens.len())
                .any(|index| sentence.starts_with(index, &["by", "the", "following"]));
            by.then_some(Found::ByAgent)?
        }
    };
    let colon = (keyword.end..sentence.tokens.len())
        .find(|&index| sentence.kind(index) == Some(Kind::Colon))?;
    named_in(phrases, colon + 1, found).or_else(|| in_items(context, found))
}

/// Those that the items of the list name, each item somebody.
fn in_items(context: &Context<'_>, found: Found) -> Option<DutyHolder> {
    let items = context.items.introduced_by(context.passage);
    let read = items.map(|item| {
        context.read(context.document.passage(item).extent, |phrases| named_in(phrases, 0, found))
    });
    let mut read = read.collect::<Option<Vec<DutyHolder>>>()?.into_iter();
    let mut all = read.next()?;
    for more in read {
        all.holders.extend(more.holders);
        all.text = all.text.zip(more.text).map(|(first, last)| Extent { end: last.end, ..first });
    }
    Some(all)
}

/// Those named from `first` on, up to where more is said of them.
fn named_in(phrases: Phrases<'_>, first: usize, found: Found) -> Option<DutyHolder> {
    let sentence = phrases.sentence;
    let tokens = sentence.tokens.len();
    let told = |&index: &usize| {
        sentence.tag(index, Tags::REL) || sentence.kind(index) == Some(Kind::Semicolon)
    };
    let end = (first..tokens).find(told).unwrap_or(tokens);
    let agents: Vec<NounPhrase> =
        phrases.coordinated(first..end).into_iter().filter(NounPhrase::is_agent).collect();
    named(sentence, &agents, found, Grade::Likely)
}
