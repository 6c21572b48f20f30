//! Things with several ways to write each, and one pass over a text for all of them.

use std::sync::OnceLock;

use super::PhraseList;
use crate::document::{Extent, WordStarts};

/// A list of things that have names, singular.
#[derive(Clone, Debug)]
pub struct Forms<T> {
    items: Vec<T>,
    /// What each thing is looked for by.
    written: fn(&T) -> Vec<&str>,
    /// Made at the first search: all forms, singular and plural, and the thing that each writes.
    list: OnceLock<(PhraseList, Vec<usize>)>,
}

impl<T> Forms<T> {
    pub(super) fn new(items: Vec<T>, written: fn(&T) -> Vec<&str>) -> Self {
        Self { items, written, list: OnceLock::new() }
    }

    /// Adds further things.
    pub fn extend(&mut self, more: impl IntoIterator<Item = T>) {
        self.items.extend(more);
        self.list = OnceLock::new();
    }

    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// The forms in a stretch of a text, in any (ASCII) case and in order, each with the index of the thing. `words` as for
    /// [`PhraseList::find`].
    pub fn find<'a>(
        &'a self,
        text: &'a str,
        words: &'a WordStarts,
        extent: Extent,
    ) -> impl Iterator<Item = (usize, Extent)> + 'a {
        let (list, owners) = self.list();
        list.find_each(text, words, extent).map(|(form, found)| (owners[form], found))
    }

    pub(super) fn list(&self) -> &(PhraseList, Vec<usize>) {
        self.list.get_or_init(|| {
            let forms = self.items.iter().enumerate().flat_map(|(index, item)| {
                let written = (self.written)(item).into_iter().filter(|it| !it.trim().is_empty());
                written
                    .flat_map(move |form| [(form.to_owned(), index), (format!("{form}s"), index)])
            });
            let (forms, owners) = forms.unzip();
            (PhraseList::new(forms), owners)
        })
    }
}
