//! What a pronoun points back to: in its own sentence, then in the sentences before.

use super::{
    Traced, Via,
    context::{Context, REACH, agents_named, is_body_or_role, last_sentence},
    named, trace,
};
use crate::{
    document::{Extent, PartId, PassageId, PassageKind},
    statements::{
        DutyHolder, Found, Grade,
        english::{
            Bearer, Kind, NounPhrase, Phrases, Role, Sentence, Tags, around, clause_of, is_finite,
            skip_adverbs,
        },
    },
};

/// What a pronoun points back to.
#[derive(Clone, Debug)]
pub(in crate::statements) enum Antecedent {
    Holders(DutyHolder),
    Thing,
}

/// What a pronoun can point to.
#[derive(Clone, Copy, Debug)]
pub(in crate::statements) struct Points {
    pub(in crate::statements) plural: bool,
    /// "he", "she": never to a thing.
    pub(in crate::statements) to_somebody: bool,
    /// "it": never to a person.
    pub(in crate::statements) to_body: bool,
}

impl Context<'_> {
    /// What a pronoun at token `at` points back to: in its own sentence, then in the sentences before.
    pub(in crate::statements) fn antecedent(
        &self,
        sentence: Sentence<'_>,
        at: usize,
        points: Points,
    ) -> Option<Antecedent> {
        let phrases = Phrases { sentence, vocabulary: self.vocabulary };
        fronted(phrases, at, points)
            .or_else(|| {
                let traced = earlier_subject(phrases, at)?;
                judge(phrases, &traced, points).or_else(|| owner(phrases, &traced, points))
            })
            .or_else(|| {
                let before = Sentence { text: sentence.text, tokens: &sentence.tokens[..at] };
                let before = Phrases { sentence: before, vocabulary: self.vocabulary };
                let first =
                    !(0..at).any(|index| sentence.is_one_of(index, &["they", "them", "their"]));
                let here = points.to_somebody || points.plural && first;
                here.then(|| only_agent(before, points)).flatten()
            })
            .or_else(|| self.named_before(points))
    }

    /// "the former", "the latter": of the two that were named last.
    pub(in crate::statements) fn one_of_two(
        &self,
        sentence: Sentence<'_>,
        at: usize,
        latter: bool,
    ) -> Option<DutyHolder> {
        let here = Sentence { text: sentence.text, tokens: &sentence.tokens[..at] };
        let phrases = Phrases { sentence: here, vocabulary: self.vocabulary };
        of_two(phrases, latter).or_else(|| {
            let (_, extent) = self.sentence_before((self.passage, self.sentence.start))?;
            self.read(extent, |phrases| of_two(phrases, latter))
        })
    }

    /// Whom "this person" or "these bodies" names.
    pub(in crate::statements) fn pointed_back(&self, plural: bool) -> Option<DutyHolder> {
        match self.named_before(Points { plural, to_somebody: false, to_body: false })? {
            Antecedent::Holders(holder) => Some(holder),
            Antecedent::Thing => None,
        }
    }

    fn named_before(&self, points: Points) -> Option<Antecedent> {
        let mut place = (self.passage, self.sentence.start);
        for _ in 0..REACH {
            let (passage, extent) = self.sentence_before(place)?;
            place = (passage, extent.start);
            let found = self.read(extent, |phrases| {
                let traced = main_subject(phrases);
                if traced.as_ref().is_some_and(points_further_back) {
                    return None;
                }
                let subject = traced.and_then(|traced| {
                    judge(phrases, &traced, points).or_else(|| owner(phrases, &traced, points))
                });
                let about = commands(phrases.sentence) && !points.to_somebody;
                subject
                    .or_else(|| only_agent(phrases, points))
                    .or_else(|| about.then_some(Antecedent::Thing)) // "Use this. It should"
            });
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// The sentence before this place: in the passage, in the lead-in of its list, in the passage before it in its part.
    pub(super) fn sentence_before(
        &self,
        (passage, start): (PassageId, u32),
    ) -> Option<(PassageId, Extent)> {
        let current = self.document.passage(passage);
        if start > current.extent.start {
            return Some((passage, around(self.text(), current.extent, start - 1).up_to(start)));
        }
        let before = match (&current.kind, current.lead_in) {
            (PassageKind::Item { .. }, Some(lead_in)) => lead_in,
            _ => self.text_before(passage, current.part)?,
        };
        Some((before, last_sentence(self.text(), self.document.passage(before).extent)))
    }

    fn text_before(&self, passage: PassageId, part: PartId) -> Option<PassageId> {
        let before = PassageId(passage.0.checked_sub(1)?);
        let found = self.document.passage(before);
        let speaks = matches!(found.kind, PassageKind::Text | PassageKind::Item { .. });
        (found.part == part && speaks && !found.extent.is_empty()).then_some(before)
    }
}

/// So many verbs a sentence may have before its main one.
const MOST_VERBS: usize = 24;

/// The subject of the first main verb; where there is no verb, the words themselves ("You", "The statement:").
pub(in crate::statements) fn main_subject(phrases: Phrases<'_>) -> Option<Traced> {
    let tokens = phrases.sentence.tokens.len();
    if phrases.sentence.starts_with(0, &["it", "is", "for"]) {
        let region = 3..tokens; // "It is for the authority to decide"
        let named = phrases.coordinated(region.clone());
        return Some(Traced { phrases: named, via: Via::Subject, region });
    }
    let verbs = (0..tokens).filter(|&index| is_finite(phrases.sentence, index)).take(MOST_VERBS);
    let mut any = false;
    for verb in verbs {
        any = true;
        let clause = clause_of(phrases.sentence, verb);
        if clause.role == Role::Main {
            let traced = trace(phrases, &clause.subject);
            if traced.via != Via::Missing {
                return Some(traced);
            }
        }
    }
    let end = (0..tokens)
        .find(|&index| phrases.sentence.kind(index) == Some(Kind::Colon))
        .unwrap_or(tokens);
    (!any && !commands(phrases.sentence)).then(|| Traced {
        phrases: phrases.coordinated(0..end),
        via: Via::Subject,
        region: 0..end,
    })
}

/// "Check with your council first": an order has no subject.
fn commands(sentence: Sentence<'_>) -> bool {
    let object = Tags::DET.with(Tags::POSSESSIVE).with(Tags::PREP).with(Tags::PRON);
    sentence.tag(0, Tags::BASE) && sentence.tag(1, object)
}

/// The subject of the first verb of a sentence, where that verb stands before token `at`.
fn earlier_subject(phrases: Phrases<'_>, at: usize) -> Option<Traced> {
    let verb = (0..at).find(|&index| is_finite(phrases.sentence, index))?;
    let traced = trace(phrases, &clause_of(phrases.sentence, verb).subject);
    let names = traced.phrases.iter().any(|phrase| phrase.bearer != Bearer::Pronoun);
    (names && traced.via != Via::Missing && traced.via != Via::There).then_some(traced)
}

/// "When schools register before the site opens, they must", "In the case of agents, they must": whom the clause in front is
/// about. Its verb may look like a noun, but the pronoun tells how many are meant.
fn fronted(phrases: Phrases<'_>, at: usize, points: Points) -> Option<Antecedent> {
    let sentence = phrases.sentence;
    if sentence.starts_with(0, &["in", "the", "case", "of"]) {
        let phrase = phrases.phrase_at(4, at).filter(NounPhrase::is_agent)?;
        return named(sentence, &[phrase], Found::Pronoun, Grade::Likely).map(Antecedent::Holders);
    }
    let opens = sentence.is_one_of(0, &["when", "where", "if", "once", "before", "after"]);
    let agent = (1..at.min(6)).find(|&index| sentence.tag(index, Tags::AGENT)).filter(|_| opens)?;
    let verb = skip_adverbs(sentence, agent + 1);
    let number = if points.plural { Tags::BASE } else { Tags::VERB_S };
    let phrase = phrases.phrase_at(1, agent + 1).filter(NounPhrase::is_agent)?;
    let fits = phrase.words.end == agent + 1
        && phrase.plural == points.plural
        && sentence.tag(verb, number)
        && (!points.to_body || is_body_or_role(&phrase));
    let holder = named(sentence, &[phrase], Found::Pronoun, Grade::Likely)?;
    fits.then_some(Antecedent::Holders(holder))
}

/// What a pronoun takes from a subject: its persons or bodies; a thing, where a thing fits; nothing where it is a pronoun too.
fn judge(phrases: Phrases<'_>, traced: &Traced, points: Points) -> Option<Antecedent> {
    let first = traced.phrases.first()?;
    if points_further_back(traced) {
        return None;
    }
    let agents: Vec<NounPhrase> =
        traced.phrases.iter().filter(|phrase| phrase.is_agent()).cloned().collect();
    if points.to_body && !agents.is_empty() && !agents.iter().any(is_body_or_role) {
        return None;
    }
    if agents.iter().any(|agent| agent.bearer == Bearer::Reader) {
        return None; // "You should see where each analyst is: they should"
    }
    if let Some(holder) = named(phrases.sentence, &agents, Found::Pronoun, Grade::Likely) {
        return Some(Antecedent::Holders(DutyHolder { found: Found::Pronoun, ..holder }));
    }
    let fits = first.plural == points.plural || traced.phrases.len() > 1 && points.plural;
    (fits && !points.to_somebody).then_some(Antecedent::Thing)
}

/// Whose the subject is, where the pronoun does not fit the subject itself: "The expert's role is … He or she should",
/// "Pupils' spelling should be accurate, and they should".
fn owner(phrases: Phrases<'_>, traced: &Traced, points: Points) -> Option<Antecedent> {
    let owns = |&index: &usize| {
        phrases.sentence.tag(index, Tags::OWNER) && phrases.sentence.tag(index, Tags::AGENT)
    };
    let owner = traced.region.clone().find(owns)?;
    let several = phrases.sentence.word(owner).ends_with(['\'', '’']);
    if several != points.plural || points.plural && traced.phrases.first()?.plural {
        return None;
    }
    let phrase = phrases.owner_at(traced.region.start, owner);
    named(phrases.sentence, &[phrase], Found::Pronoun, Grade::Likely).map(Antecedent::Holders)
}

/// Whether a subject is itself "they" or "this person": whom it names stands further back.
fn points_further_back(traced: &Traced) -> bool {
    traced.phrases.first().is_some_and(|first| {
        first.bearer == Bearer::Pronoun || first.points_back && first.words.len() == 1
    })
}

/// The one body or office that a sentence names anywhere, where it names just one.
fn only_agent(phrases: Phrases<'_>, points: Points) -> Option<Antecedent> {
    let agents: Vec<NounPhrase> = agents_named(phrases)
        .into_iter()
        .filter(|agent| is_body_or_role(agent) || points.to_somebody && agent.is_agent())
        .collect();
    let first = agents.first()?;
    let one =
        agents.iter().all(|agent| agent.name() == first.name()) && (points.plural || !first.plural);
    let holder = named(phrases.sentence, &agents[..1], Found::Pronoun, Grade::Likely)?;
    one.then_some(Antecedent::Holders(holder))
}

/// The first or second of two persons or bodies, where a sentence names just two.
fn of_two(phrases: Phrases<'_>, latter: bool) -> Option<DutyHolder> {
    let mut agents = agents_named(phrases);
    agents.retain(|agent| !phrases.sentence.is_one_of(agent.words.start, &["former", "latter"]));
    agents.dedup_by(|a, b| a.name() == b.name());
    let meant = match agents.as_slice() {
        [.., last] if latter && agents.len() > 1 => last,
        [first, _] => first,
        _ => return None,
    };
    named(phrases.sentence, std::slice::from_ref(meant), Found::Pronoun, Grade::Likely)
}
