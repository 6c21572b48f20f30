//! Which phrases may stand at a word, told by its first three bytes.

use rustc_hash::FxHashMap;

/// The phrases by the classes of their first three bytes: most words of a text begin like none of them, and are passed by.
#[derive(Clone, Debug)]
pub(super) struct Beginnings {
    /// A bit for each three classes that a phrase begins with.
    some: Vec<u64>,
    /// Indices of phrases by these three, the longest first.
    alike: FxHashMap<u16, Vec<usize>>,
}

impl Beginnings {
    pub(super) fn of(phrases: &[String]) -> Self {
        let mut some = vec![0; SETS];
        let mut alike: FxHashMap<u16, Vec<usize>> = FxHashMap::default();
        let mut longest_first: Vec<usize> = (0..phrases.len()).collect();
        longest_first.sort_by_key(|&index| std::cmp::Reverse(phrases[index].len()));
        for index in longest_first {
            let phrase = phrases[index].as_bytes();
            // after a phrase of one or two bytes anything may stand
            let free = CLASS_BITS * 3usize.saturating_sub(phrase.len());
            let first = three_at(phrase, 0) >> free << free;
            for three in first..first + (1 << free) {
                some[usize::from(three) / 64] |= 1 << (three % 64);
                alike.entry(three).or_default().push(index);
            }
        }
        Self { some, alike }
    }

    /// The phrases that begin like the word or mark at `at`.
    #[inline]
    pub(super) fn at(&self, bytes: &[u8], at: usize) -> Option<&[usize]> {
        let three = three_at(bytes, at);
        has(&self.some, three).then(|| self.alike.get(&three)).flatten().map(Vec::as_slice)
    }
}

/// How many words of bits tell which of the numbers of three classes are there.
const SETS: usize = (1 << (3 * CLASS_BITS)) / 64;

#[inline]
fn has(some: &[u64], three: u16) -> bool {
    some[usize::from(three) / 64] >> (three % 64) & 1 == 1
}

/// The classes of three bytes, as one number. Past the end stands no letter.
#[inline]
fn three_at(bytes: &[u8], at: usize) -> u16 {
    let class = |at: usize| bytes.get(at).map_or(OTHER, |&byte| CLASS[usize::from(byte)]);
    let three = match bytes.get(at..at + 3) {
        Some(three) => [three[0], three[1], three[2]].map(|byte| CLASS[usize::from(byte)]),
        None => [class(at), class(at + 1), class(at + 2)],
    };
    three.into_iter().fold(0, |number, class| number << CLASS_BITS | u16::from(class))
}

/// The classes of bytes, a letter of either case, a digit, any other byte, are told apart by this many bits.
const CLASS_BITS: usize = 5;
const OTHER: u8 = 27;

const CLASS: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut letter = 0;
    while letter < 26 {
        classes[(b'a' + letter) as usize] = letter;
        classes[(b'A' + letter) as usize] = letter;
        letter += 1;
    }
    let mut digit = b'0';
    while digit <= b'9' {
        classes[digit as usize] = 26;
        digit += 1;
    }
    classes
};

/// The end of a phrase, where it stands at a byte in any (ASCII) case; a word may go on there.
#[inline]
pub(super) fn end_of(phrase: &str, bytes: &[u8], at: usize) -> Option<usize> {
    let end = at + phrase.len();
    bytes.get(at..end)?.eq_ignore_ascii_case(phrase.as_bytes()).then_some(end)
}

/// Whether a word goes on at this byte.
#[inline]
pub(super) fn is_joined(byte: Option<&u8>) -> bool {
    byte.is_some_and(|&byte| CLASS[usize::from(byte)] != OTHER)
}
