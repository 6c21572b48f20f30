//! Where words begin in a text: found once, and used by every search for whole words.

/// The bytes at which a word or mark begins: the first of a text, and each after a byte that is no ASCII letter or digit.
/// One bit a byte: a search goes from one to the next, and there is nothing to look up.
#[derive(Debug, Default)]
pub struct WordStarts(Vec<u64>);

const BITS: usize = u64::BITS as usize;

impl WordStarts {
    pub(crate) fn of(text: &str) -> Self {
        let mut joined = 0;
        let starts = text.as_bytes().chunks(BITS).map(|chunk| {
            let letters = bits_of(chunk, |byte| byte.is_ascii_alphanumeric());
            let spaces = bits_of(chunk, |byte| matches!(byte, b' ' | b'\n'));
            // a byte is joined where a letter or digit stands before it
            let before = letters << 1 | joined;
            joined = letters >> (BITS - 1);
            let inside = u64::MAX >> (BITS - chunk.len());
            !before & !spaces & inside
        });
        Self(starts.collect())
    }

    /// Those from a byte on, in order.
    pub fn from(&self, start: u32) -> Starts<'_> {
        let (at, bit) = (start as usize / BITS, start as usize % BITS);
        let bits = self.0.get(at).map_or(0, |bits| bits & (u64::MAX << bit));
        Starts { all: &self.0, at, bits }
    }
}

/// A bit for each byte of which `is` holds.
#[inline]
fn bits_of(chunk: &[u8], is: impl Fn(u8) -> bool) -> u64 {
    let mut holds = [0; BITS];
    holds.iter_mut().zip(chunk).for_each(|(holds, &byte)| *holds = u8::from(is(byte)));
    holds.chunks_exact(8).rev().fold(0, |bits, eight| {
        // of eight bytes of 0 or 1 the product has the lowest bits side by side in its highest byte
        let eight = u64::from_le_bytes(eight.try_into().unwrap_or_default());
        bits << 8 | eight.wrapping_mul(0x0102_0408_1020_4080) >> (BITS - 8)
    })
}

/// Goes from one to the next.
#[derive(Debug)]
pub struct Starts<'a> {
    all: &'a [u64],
    /// Which of them is looked at, and what is left of it.
    at: usize,
    bits: u64,
}

impl Iterator for Starts<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.at += 1;
            self.bits = *self.all.get(self.at)?;
        }
        let next = self.at * BITS + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::WordStarts;

    fn within(text: &str, start: usize, end: usize) -> Vec<usize> {
        let starts = WordStarts::of(text);
        starts.from(start as u32).take_while(|&at| at < end).collect()
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
