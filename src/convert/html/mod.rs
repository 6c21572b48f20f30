//! HTML: the content of a page, without its furniture; made for GOV.UK publications and manuals, good for others.

mod content;
mod tree;
mod walk;

use super::{Limits, NotConverted, blocks::Content, charset};
use tree::Tree;

/// # Errors
///
/// When elements nest deeper than the limit.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Content, NotConverted> {
    let tree = Tree::parse(&charset::decoded(bytes), limits)?;
    Ok(walk::content(&tree, content::root(&tree)))
}
