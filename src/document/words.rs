//! Where words begin in a text: found once, and used by every search for whole words.

use super::Extent;

/// The bytes at which a word or mark begins: the first of a text, and each after a byte that is no ASCII letter or digit.
/// One bit a byte: a search goes from one to the next, and there is nothing to look up.
#[derive(Debug, Default)]
pub struct WordStarts(Vec<u64>);

const BITS: usize = u64::BITS as usize;

impl WordStarts {
    pub(crate) fn of(text: &str) -> Self {
        let mut joined = false;
        let starts = text.as_bytes().chunks(BITS).map(|chunk| {
            let mut bits = 0;
            for (bit, &byte) in chunk.iter().enumerate() {
                let begins = !joined && !matches!(byte, b' ' | b'\n');
                bits |= u64::from(begins) << bit;
                joined = byte.is_ascii_alphanumeric();
            }
            bits
        });
        Self(starts.collect())
    }

    /// Those of a stretch, in order.
    pub fn within(&self, extent: Extent) -> impl Iterator<Item = usize> + '_ {
        let Extent { start, end } = extent;
        let (mut at, end) = (start as usize / BITS, end as usize);
        let mut bits =
            self.0.get(at).map_or(0, |bits| bits & (u64::MAX << (start as usize % BITS)));
        std::iter::from_fn(move || {
            while bits == 0 {
                at += 1;
                bits = *self.0.get(at)?;
            }
            let next = at * BITS + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            Some(next)
        })
        .take_while(move |&next| next < end)
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, WordStarts};

    fn within(text: &str, start: usize, end: usize) -> Vec<usize> {
        WordStarts::of(text).within(Extent::new(start, end)).collect()
    }

    #[test]
    fn words_and_marks() {
        let text = "may-be “So”, 9.1";
        assert_eq!(within(text, 0, text.len()), [0, 4, 7, 8, 9, 10, 13, 14, 15, 17, 19]);
        assert_eq!(within(text, 4, 10), [4, 7, 8, 9]);
        assert_eq!(within(text, 0, 0), [0; 0]);
    }

    #[test]
    fn longer_than_a_word_of_bits() {
        let text = "word ".repeat(40);
        assert_eq!(within(&text, 60, 140), (60..140).step_by(5).collect::<Vec<_>>());
        assert_eq!(within(&text, 128, 200).len(), 14);
        assert_eq!(within("", 0, 0), [0; 0]);
    }
}
