//! Where words begin in a text: found once, and used by every search for whole words.

use super::Extent;

/// The bytes at which a word or mark begins: the first of a text, and each after a byte that is no ASCII letter or digit.
#[derive(Debug, Default)]
pub struct WordStarts(Vec<u32>);

impl WordStarts {
    pub(crate) fn of(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 5);
        let mut joined = false;
        for (at, byte) in text.bytes().enumerate() {
            if !joined && !matches!(byte, b' ' | b'\n') {
                starts.push(at as u32);
            }
            joined = byte.is_ascii_alphanumeric();
        }
        Self(starts)
    }

    /// Those of a stretch, in order.
    pub fn within(&self, extent: Extent) -> &[u32] {
        let from = self.0.partition_point(|&at| at < extent.start);
        let rest = &self.0[from..];
        &rest[..rest.partition_point(|&at| at < extent.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, WordStarts};

    #[test]
    fn words_and_marks() {
        let starts = WordStarts::of("may-be “So”, 9.1");
        assert_eq!(starts.within(Extent::new(0, 22)), [0, 4, 7, 8, 9, 10, 12, 13, 14, 15, 17, 19]);
        assert_eq!(starts.within(Extent::new(4, 10)), [4, 7, 8, 9]);
    }
}
