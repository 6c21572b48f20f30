//! Headings, told from text by their size and weight, and ranked by them.

use super::super::blocks::Block;

/// How a block looks: what tells headings of one rank from those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Look {
    pub(super) half_points: i32,
    pub(super) bold: bool,
}

impl Look {
    /// Larger than the body, or bold throughout; short, and no sentence.
    pub(super) fn is_heading(self, body: f32, text: &str) -> bool {
        let size = self.half_points as f32 / 2.0;
        let text = text.trim();
        let has_word = text.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        if !has_word || text.len() > 300 {
            return false;
        }
        let sentence = text.ends_with(['.', ';', ',']) && text.len() > 40;
        size >= body * 1.12 && !sentence
            || self.bold
                && size >= body * 0.95
                && !sentence
                && !text.ends_with(':')
                && text.len() < 200
    }
}

/// Gives each heading its level: one below the nearest heading before it that looks larger.
pub(super) fn ranked(blocks: Vec<(Block, Option<Look>)>) -> Vec<Block> {
    let mut above: Vec<Look> = Vec::new();
    let mut level = |look: Look| {
        while above.last().is_some_and(|&last| last <= look) {
            above.pop();
        }
        above.push(look);
        above.len().min(6) as u8
    };
    blocks
        .into_iter()
        .map(|(block, look)| match (block, look) {
            (Block::Heading { text, .. }, Some(look)) => {
                Block::Heading { level: level(look), text }
            }
            (block, _) => block,
        })
        .collect()
}
