//! Bodies that took over from others: a new name is no new holder.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

#[derive(Deserialize)]
struct Data {
    body: Vec<Body>,
}

#[derive(Deserialize)]
struct Body {
    was: Vec<String>,
    is: String,
}

/// Earlier names, in lower case, with the name of today.
static SUCCESSORS: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let data: Data =
        toml::from_str(include_str!("successors.toml")).expect("successors.toml is tested");
    let rows = data.body.into_iter().flat_map(|Body { was, is }| {
        was.into_iter().map(move |was| (was.to_lowercase(), is.to_lowercase()))
    });
    rows.collect()
});

/// The name, in lower case, of whoever has a body's functions today.
pub(super) fn today(name: &str) -> String {
    let lower = name.to_lowercase();
    SUCCESSORS.get(&lower).cloned().unwrap_or(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_took_over_has_no_successor_in_the_list() {
        assert_eq!(today("Clinical commissioning group"), "integrated care board");
        assert!(SUCCESSORS.values().all(|is| !SUCCESSORS.contains_key(is)));
    }
}
