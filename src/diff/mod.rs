//! What changed between two drafts of a Code, keyword by keyword, and in which direction.
//!
//! [`Revision::of`] pairs the keywords of both drafts ([`align`]); the change rules ([`changes`]) say of each pair what
//! became of it; [`compare`] makes one change of all that was said of one pair.

mod align;
pub mod changes;
mod nearest;
mod order;
mod renumbering;
mod successors;
mod unit;
mod words;

use crate::{draft::Draft, findings::Severity, source::Span};

pub use changes::{CHANGES, ChangeRule, find};
pub use nearest::Nearest;
pub use renumbering::Renumbered;
pub use unit::{Side, Unit, UnitId};

use words::Lexicon;

/// Below this share of matched statements the two are different texts, and not drafts of one.
pub const SAME_TEXT: f32 = 0.5;

/// An old draft, a new one, and which keyword of the one is which of the other.
#[derive(Debug)]
pub struct Revision<'a> {
    pub old: Side<'a>,
    pub new: Side<'a>,
    /// In the order of the new draft; what was taken out, where it stood.
    pub pairs: Vec<Pair>,
    lexicon: Lexicon,
}

/// A keyword of the old draft and the one that it became; one of them is missing where there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub old: Option<UnitId>,
    pub new: Option<UnitId>,
    /// One of them is paired elsewhere too, and holds the words of the other beside its own: split or merged.
    pub part: bool,
    /// How alike the words are, from 0 to 1, whatever the keyword.
    pub near: f32,
    /// It stands in another order than the rest.
    pub moved: bool,
}

/// One of the two drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Old,
    New,
}

/// Index of a [`Pair`] in its revision.
pub type PairId = u32;

/// How sure a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    Likely,
    Sure,
}

impl Grade {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }

    /// Sure where it is so.
    pub fn sure_if(sure: bool) -> Self {
        if sure { Self::Sure } else { Self::Likely }
    }
}

/// What became of one keyword, or of the convention.
#[derive(Clone, Debug)]
pub struct Change {
    /// The id of the change rule.
    pub rule: &'static ChangeRule,
    /// What else became of it.
    pub also: Vec<&'static ChangeRule>,
    pub grade: Grade,
    /// `None` where it is about the Code as a whole.
    pub pair: Option<PairId>,
    /// Statements, as indices into the drafts'.
    pub old: Option<u32>,
    pub new: Option<u32>,
    /// The exact words that are about the change.
    pub old_words: Option<Span>,
    pub new_words: Option<Span>,
    /// The items of its list, where the keyword leads in to one.
    pub items: Vec<Item>,
    /// Of what has no partner: the sentence of the other draft that comes nearest.
    pub nearest: Option<Nearest>,
    /// What became of it: lower case, no full stop.
    pub message: String,
}

/// What became of one item of a list. Statements are indices into the drafts'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub old: Option<u32>,
    pub new: Option<u32>,
    pub reworded: bool,
}

impl Change {
    pub fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// Whether it is shown only on request.
    pub fn is_hidden(&self) -> bool {
        self.rule.hidden
    }

    /// Whether this is the change of this name, first or beside.
    pub fn is(&self, id: &str) -> bool {
        self.rule.id == id || self.also.iter().any(|rule| rule.id == id)
    }
}

/// All that changed.
#[derive(Debug)]
pub struct Comparison<'a> {
    pub revision: Revision<'a>,
    /// What matters most first; what matters alike, in the order of the text.
    pub changes: Vec<Change>,
    /// Where each paragraph that has another number now was.
    pub renumbered: Vec<Renumbered>,
}

/// Compares two drafts.
pub fn compare<'a>(old: &'a Draft, new: &'a Draft) -> Comparison<'a> {
    let revision = Revision::of(old, new);
    let changes = changes::of(&revision);
    let renumbered = renumbering::of(&revision);
    Comparison { revision, changes, renumbered }
}

impl<'a> Revision<'a> {
    pub fn of(old: &'a Draft, new: &'a Draft) -> Self {
        let mut lexicon = Lexicon::default();
        let (old, new) = (Side::of(old, &mut lexicon), Side::of(new, &mut lexicon));
        let mut stems = Vec::new();
        for side in [&old, &new] {
            for id in 0..side.units.len() as UnitId {
                lexicon.count(side.frame(id), &mut stems);
            }
        }
        lexicon.weigh(old.units.len() + new.units.len());
        let mut pairs = align::align(&old, &new, &lexicon);
        order::mark_moved(&mut pairs);
        Self { old, new, pairs, lexicon }
    }

    /// The share of the old draft's keywords that the new one still has, from 0 to 1.
    pub fn matched(&self) -> f32 {
        let all = self.old.units.len();
        let lost = self.pairs.iter().filter(|pair| pair.new.is_none()).count();
        match (all, self.new.units.len()) {
            (0, 0) => 1.0,
            (0, _) => 0.0,
            _ => (all - lost) as f32 / all as f32,
        }
    }

    /// Whether so little was matched that these are two different texts.
    pub fn is_rewrite(&self) -> bool {
        self.matched() < SAME_TEXT
    }

    pub fn side(&self, which: Which) -> &Side<'a> {
        match which {
            Which::Old => &self.old,
            Which::New => &self.new,
        }
    }

    pub fn pair(&self, id: PairId) -> &Pair {
        &self.pairs[id as usize]
    }
}

impl Comparison<'_> {
    /// Whether a change is about a keyword that has no counterpart in the other draft.
    pub fn is_alone(&self, change: &Change) -> bool {
        let pair = change.pair.map(|id| self.revision.pair(id));
        pair.is_some_and(|pair| pair.old.is_none() || pair.new.is_none())
    }
}
