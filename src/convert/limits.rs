//! How much of a file is read before it is refused: what keeps a small hostile file from taking all memory or time.

/// Limits on what one file may unfold to. The defaults are far above any Code of Practice.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes that all compressed parts of a file may unfold to, together.
    pub unpacked: u64,
    /// Pages of a PDF.
    pub pages: usize,
    /// Elements within elements (Word, `OpenDocument`, HTML); forms drawn by forms (PDF).
    pub nesting: usize,
    /// Drawing instructions and characters of a PDF, all pages together; a form drawn twice counts twice.
    pub operations: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { unpacked: 512 << 20, pages: 10_000, nesting: 256, operations: 30_000_000 }
    }
}
