//! Words without which a sentence points at nothing: most sentences have none, and are read no further.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

/// What a sentence may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cues {
    /// It may cite a law.
    pub(super) cites: bool,
    /// It may refer to another place of the draft.
    pub(super) refers: bool,
}

/// What a word may be.
#[derive(Clone, Copy)]
enum Cue {
    /// Of the name of a law.
    Law,
    /// Of a provision, where a number follows; of the name of a law, where a year does ("act 2010").
    Provision,
    /// Of a place of the draft, where a number follows.
    Place,
    /// Of either, where a number follows.
    Either,
    /// Points at a place without a number.
    Pointer,
}

/// The words, without the first letter where that may be a capital.
const CUES: [(&str, Cue); 45] = [
    ("Act", Cue::Law),
    ("Bill", Cue::Law),
    ("bill", Cue::Law),
    ("Regulation", Cue::Law),
    ("Order", Cue::Law),
    ("Rules", Cue::Law),
    ("Measure", Cue::Law),
    ("Convention", Cue::Law),
    ("Directive", Cue::Law),
    ("GDPR", Cue::Law),
    ("ECHR", Cue::Law),
    ("CRC", Cue::Law),
    ("CRPD", Cue::Law),
    ("Law", Cue::Law),
    ("UK", Cue::Law),
    ("SI", Cue::Law),
    ("S.I", Cue::Law),
    ("SR", Cue::Law),
    ("] ", Cue::Law),
    ("act ", Cue::Provision),
    ("egulation", Cue::Provision),
    ("rticle", Cue::Provision),
    ("chedule", Cue::Provision),
    ("lause", Cue::Provision),
    ("sched", Cue::Provision),
    ("reg", Cue::Provision),
    ("ection", Cue::Either),
    ("sect", Cue::Either),
    ("art", Cue::Either),
    ("aragraph", Cue::Place),
    ("para ", Cue::Place),
    ("paras ", Cue::Place),
    ("hapter", Cue::Place),
    ("nnex", Cue::Place),
    ("ppendix", Cue::Place),
    ("able", Cue::Place),
    ("igure", Cue::Place),
    ("Box", Cue::Place),
    ("ootnote", Cue::Place),
    ("ule", Cue::Place),
    ("see", Cue::Place),
    ("See", Cue::Place),
    ("above", Cue::Pointer),
    ("below", Cue::Pointer),
    ("earlier", Cue::Pointer),
];

impl Cues {
    pub(super) fn of(sentence: &str) -> Self {
        static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
        let words = || AhoCorasick::new(CUES.map(|(word, _)| word)).ok();
        let Some(finder) = FINDER.get_or_init(words) else {
            return Self { cites: true, refers: true };
        };
        let mut cues = Self { cites: has_short_section(sentence), refers: false };
        for found in finder.find_overlapping_iter(sentence) {
            let (_, cue) = CUES[found.pattern().as_usize()];
            cues.add(cue, &sentence[found.end()..]);
            if cues.cites && cues.refers {
                break;
            }
        }
        cues
    }

    fn add(&mut self, cue: Cue, rest: &str) {
        let (law, place) = match cue {
            Cue::Law => (true, false),
            Cue::Provision => (is_numbered(rest), false),
            Cue::Place => (false, points_on(rest)),
            Cue::Either => (is_numbered(rest), points_on(rest)),
            Cue::Pointer => (false, true),
        };
        self.cites |= law;
        self.refers |= place;
    }
}

/// The most letters that a word has after its cue: "ulations" of "regulations", and one that tells a longer word.
const LONGEST_END: usize = 9;

/// What stands after the word that `rest` begins inside, and after a full stop that shortens it.
fn after_word(rest: &str) -> &str {
    let letters = rest.bytes().take(LONGEST_END).take_while(u8::is_ascii_lowercase).count();
    rest[letters..].trim_start_matches(|c: char| c == '.' || c == '\u{ad}' || c.is_whitespace())
}

/// "19", "III", "(2)" after a provision's name.
fn is_numbered(rest: &str) -> bool {
    after_word(rest).starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase() || c == '(')
}

/// "9.12", "B", "xix" after a place's name, or "on transition".
fn points_on(rest: &str) -> bool {
    let next = after_word(rest);
    let number =
        |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, 'x' | 'v' | 'i');
    next.starts_with(number) || next.starts_with("on ") || next.starts_with("about ")
}

/// "s 19", "s.19", "ss 19-21", "§4".
fn has_short_section(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b's', 0xa7, bytes).any(|at| {
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        let spaced = matches!(after, b'.' | b' ') || !after.is_ascii();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        bytes[at] == 0xa7 || digit(at + 1) || (spaced && (digit(at + 2) || digit(at + 3)))
    })
}
