//! Work over many drafts at once. Results come in the order of the items, whatever the number of threads.

use std::{io, num::NonZeroUsize};

use rayon::{
    ThreadPool, ThreadPoolBuilder,
    iter::{IntoParallelIterator, ParallelIterator},
};

/// Items in work at once for each thread: enough that none waits long for the others, few enough to keep in memory.
const A_THREAD: usize = 8;

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
    Ok(match pool(jobs, items.len())? {
        None => items.into_iter().map(work).collect(),
        Some(pool) => pool.install(|| items.into_par_iter().map(work).collect()),
    })
}

/// Does `work` on every item and gives each result to `take`, in order. Only some results exist at a time.
pub(super) fn in_order<T, U>(
    jobs: Option<NonZeroUsize>,
    items: Vec<T>,
    work: impl Fn(T) -> U + Sync + Send,
    mut take: impl FnMut(U) -> io::Result<()>,
) -> io::Result<()>
where
    T: Send,
    U: Send,
{
    let Some(pool) = pool(jobs, items.len()).map_err(io::Error::other)? else {
        return items.into_iter().try_for_each(|item| take(work(item)));
    };
    let mut items = items.into_iter();
    loop {
        let some: Vec<T> = items.by_ref().take(A_THREAD * pool.current_num_threads()).collect();
        if some.is_empty() {
            return Ok(());
        }
        let done: Vec<U> = pool.install(|| some.into_par_iter().map(&work).collect());
        done.into_iter().try_for_each(&mut take)?;
    }
}

/// Threads for this many items. A single draft is read before a pool of threads has started.
fn pool(
    jobs: Option<NonZeroUsize>,
    items: usize,
) -> Result<Option<ThreadPool>, rayon::ThreadPoolBuildError> {
    if items < 2 || jobs.is_some_and(|jobs| jobs.get() == 1) {
        return Ok(None);
    }
    ThreadPoolBuilder::new().num_threads(jobs.map_or(0, NonZeroUsize::get)).build().map(Some)
}
