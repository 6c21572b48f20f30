//! Numbers are ordered as drafters insert them, and follow one another as drafters count.

use dutybound::document::Number;

fn number(written: &str) -> Number {
    Number::new(written)
}

#[test]
fn numbers_are_ordered_as_drafters_insert_them() {
    let series = [
        &["9.9", "9.10", "9.12", "10.1"][..],
        &["5.12", "5.12A", "5.12B", "5.13"],
        &["ZA1", "A1", "1", "1ZA", "1A", "1AZA", "1AA", "1AB", "1B", "2"],
        &["ii", "iii", "iv", "ix", "xix", "xx"],
        &["a", "b", "c", "i", "v", "x"],
        &["9.12", "9.12(a)", "9.12(b)", "9.12(b)(ii)", "9.13"],
        &["A.1", "A.2", "A.10", "B.1"],
        &["3", "3.2", "3.2.1", "3.10"],
        &["99999999999999999999", "100000000000000000000"],
    ];
    for series in series {
        for pair in series.windows(2) {
            assert!(number(pair[0]) < number(pair[1]), "{} comes before {}", pair[0], pair[1]);
        }
    }
}

#[test]
fn the_way_a_number_is_written_does_not_count() {
    assert_eq!(number("9.12."), number("9.12"));
    assert_eq!(number("(a)"), number("a)"));
    assert_eq!(number("PM8:").as_str(), "PM8");
    assert!(number("9.12(B)").same(&number("9.12.b")));
    assert!(number("E/9.17").same(&number("e.9.17")));
    assert!(!number("9.12").same(&number("9.12A")));
    assert_eq!(number("(a)(ii)").as_str(), "(a)(ii)");
}

#[test]
fn the_next_number_is_known() {
    let pairs = [
        ("9.9", "9.10"),
        ("9.12", "9.12A"),
        ("9.12A", "9.12B"),
        ("9.12A", "9.13"),
        ("7", "8"),
        ("a", "b"),
        ("h", "i"),
        ("iii", "iv"),
        ("ix", "x"),
        ("A.1", "A.2"),
        ("PM8", "PM9"),
        ("9.12(a)", "9.12(b)"),
    ];
    for (earlier, later) in pairs {
        assert!(number(later).follows(&number(earlier)), "{later} follows {earlier}");
    }
    for (earlier, later) in [
        ("9.9", "9.11"),
        ("9.9", "10.1"),
        ("a", "c"),
        ("9.12", "9.12B"),
        ("9.12", "9.12"),
        ("2", "b"),
    ] {
        assert!(!number(later).follows(&number(earlier)), "{later} does not follow {earlier}");
    }
}

#[test]
fn siblings_and_children_are_told_apart() {
    assert!(number("9.9").is_sibling(&number("9.12A")));
    assert!(!number("9.9").is_sibling(&number("8.9")));
    assert!(!number("9").is_sibling(&number("a")));
    assert!(number("9.12(a)").lies_in(&number("9.12")));
    assert!(number("9.12.1").lies_in(&number("9.12")));
    assert!(!number("9.12A").lies_in(&number("9.12")));
    assert!(!number("9.123").lies_in(&number("9.12")));
    assert_eq!(number("9.12").child(&number("a")).child(&number("ii")).as_str(), "9.12(a)(ii)");
}

#[test]
fn what_is_no_number_is_not_parsed() {
    for written in ["9.12", "5.12A", "A.1", "xix", "a", "(a)(ii)", "H1", "E/9.17", "PM8:"] {
        assert!(Number::parse(written).is_some(), "{written}");
    }
    for written in
        ["", ".", "the Act", "should", "9 12", "§", "1234567890123456789012345678901234567890"]
    {
        assert!(Number::parse(written).is_none(), "{written}");
    }
}

#[test]
fn integers_and_steps_are_counted() {
    assert_eq!(number("253").integer(), Some(253));
    assert_eq!(number("9.12").integer(), None);
    assert_eq!(number("9.12(a)").depth(), 3);
    assert_eq!(number("5.12A").depth(), 2);
}
