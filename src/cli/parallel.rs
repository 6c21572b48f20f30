//! Work over many drafts at once. Results come in the order of the items, whatever the number of threads.

use std::num::NonZeroUsize;

use rayon::{
    ThreadPoolBuilder,
    iter::{IntoParallelIterator, ParallelIterator},
};

/// Does `work` on every item, on as many threads as `jobs` says (default: one a processor).
pub(super) fn map<T, U>(
    jobs: Option<NonZeroUsize>,
    items: Vec<T>,
    work: impl Fn(T) -> U + Sync + Send,
) -> anyhow::Result<Vec<U>>
where
    T: Send,
    U: Send,
{
    // A single draft is read before a pool of threads has started.
    if items.len() < 2 || jobs.is_some_and(|jobs| jobs.get() == 1) {
        return Ok(items.into_iter().map(work).collect());
    }
    let pool = ThreadPoolBuilder::new().num_threads(jobs.map_or(0, NonZeroUsize::get)).build()?;
    Ok(pool.install(|| items.into_par_iter().map(work).collect()))
}
