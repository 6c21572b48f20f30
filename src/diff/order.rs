//! Which pairs stand in another order than before: all but the longest run that kept its order.

use super::Pair;

/// Marks the pairs that moved.
pub(super) fn mark_moved(pairs: &mut [Pair]) {
    let both = |pair: &Pair| !pair.part && pair.old.is_some() && pair.new.is_some();
    let whole: Vec<usize> = (0..pairs.len()).filter(|&at| both(&pairs[at])).collect();
    let olds: Vec<u32> = whole.iter().filter_map(|&at| pairs[at].old).collect();
    let mut kept = longest_increasing(&olds).into_iter().peekable();
    for (index, &at) in whole.iter().enumerate() {
        let stays = kept.next_if_eq(&index).is_some();
        pairs[at].moved = !stays;
    }
}

/// The places of a longest run of rising numbers, in n log n.
fn longest_increasing(numbers: &[u32]) -> Vec<usize> {
    // For each length, the place of the lowest number that ends a run of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; numbers.len()];
    for (at, &number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers[end] < number);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut run: Vec<usize> =
        std::iter::successors(ends.last().copied(), |&at| before[at]).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::longest_increasing;

    #[test]
    fn what_kept_its_order_is_as_much_as_can_be() {
        assert_eq!(longest_increasing(&[0, 3, 1, 2, 4]), [0, 2, 3, 4]);
        assert_eq!(longest_increasing(&[5, 6, 7, 0, 1]), [0, 1, 2]);
        assert!(longest_increasing(&[]).is_empty());
    }
}
