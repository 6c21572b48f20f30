//! Whether words name anybody who could act, wherever in a sentence or heading they stand.

use super::{
    Vocabulary,
    english::{Kind, Tags, Token, tokenise, tokens_of},
    vocabulary::HolderKind,
};
use crate::document::Extent;

/// Who is named in a stretch of text, as anything: subject, owner, receiver.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// "you", "your".
    pub reader: bool,
    /// A body, or a person by office or trade.
    pub body_or_role: bool,
    /// A person as such: "parents", "cyclists".
    pub person: bool,
}

impl Mentions {
    pub fn any(self) -> bool {
        self.reader || self.body_or_role || self.person
    }
}

impl Vocabulary {
    /// Who is named in `text`.
    pub fn mentions(&self, text: &str) -> Mentions {
        let mut mentions = Mentions::default();
        for (reader, named) in self.named_in(text) {
            mentions.reader |= reader;
            mentions.body_or_role |= is_body_or_role(named);
            mentions.person |= named == Some(HolderKind::Person);
        }
        mentions
    }

    /// Whether `text` names anybody who could act: the reader, a body, or a person by office or trade.
    pub fn names_somebody(&self, text: &str) -> bool {
        self.named_in(text).any(|(reader, named)| reader || is_body_or_role(named))
    }

    /// Of each word, whether it means the reader, and what sort of holder it names.
    fn named_in<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (bool, Option<HolderKind>)> + 'a {
        let tokens = tokens_of(text, Extent::new(0, text.len()));
        tokens.filter(|token| token.kind == Kind::Word).map(|token| {
            let word = &text[token.start as usize..token.end as usize];
            (token.is(Tags::READER), self.named_by(token, word))
        })
    }

    /// How many verbs share one modal word in an action: three in "consult, decide and publish".
    pub fn coordinated_verbs(&self, action: &str) -> usize {
        let mut tokens = Vec::new();
        tokenise(action, Extent::new(0, action.len()), &mut tokens);
        let verb = |token: &Token| token.is(Tags::BASE) && !token.is(Tags::ADJ);
        let joint = |token: &Token| token.kind == Kind::Comma || token.is(Tags::COORD);
        let joined = tokens.windows(2).filter(|pair| joint(&pair[0]) && verb(&pair[1])).count();
        usize::from(!tokens.is_empty()) + joined
    }

    fn named_by(&self, token: Token, word: &str) -> Option<HolderKind> {
        let bare = word.trim_end_matches(['s', 'S']).trim_end_matches(['\'', '’']);
        if token.is(Tags::FUNCTION) && !token.is(Tags::NOUN.with(Tags::AGENT)) {
            return None;
        }
        let known = self.holder(word);
        let known = known.or_else(|| (bare != word).then(|| self.holder(bare)).flatten());
        match known.and_then(|name| self.kind(&name)) {
            Some(kind) => Some(kind),
            None => token.is(Tags::AGENT).then_some(HolderKind::Body),
        }
    }
}

fn is_body_or_role(named: Option<HolderKind>) -> bool {
    matches!(named, Some(HolderKind::Body | HolderKind::Role))
}
