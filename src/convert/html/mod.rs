//! HTML: the content of a page, without its furniture; made for GOV.UK publications and manuals, good for others.

mod content;
mod notes;
mod tables;
mod tree;
mod walk;

use super::{NotConverted, Options, Tracked, blocks::Content, charset};
use tree::Tree;

/// # Errors
///
/// When elements nest deeper than the limit.
pub(super) fn read(bytes: &[u8], options: &Options) -> Result<Content, NotConverted> {
    let tree = Tree::parse(&charset::decoded(bytes), &options.limits)?;
    Ok(walk::content(&tree, content::root(&tree), options.tracked == Tracked::Old))
}
