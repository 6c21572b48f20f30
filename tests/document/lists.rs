//! Lists keep their lead-ins.

use insta::assert_snapshot;

use super::{dump, read};

fn shown(text: &str) -> String {
    dump(&read(text))
}

#[test]
fn items_know_what_introduces_them() {
    assert_snapshot!(shown(
        "Councils must:\n\n- consult\n- publish:\n  - a plan\n  - a map\n- review.\n\nSchools should\n* help\n* wait.\n"
    ));
}

#[test]
fn lettered_lines_are_items() {
    assert_snapshot!(shown(
        "2.1 Councils must:\n\n(a) consult;\n\n(b) publish–\n(i) a plan, and\n(ii) a map;\n\n(c) review.\n\nThey may stop.\n\n\
         2.2 Schools should:\n• help\n• wait.\n\nNot so fast:\n• stop\n"
    ));
}

#[test]
fn a_heading_introduces_nothing() {
    assert_snapshot!(shown("Councils must:\n\n## Duties\n\n- consult\n\n## More\n\n• publish\n"));
}

#[test]
fn an_item_of_two_paragraphs_is_one_item() {
    assert_snapshot!(shown("You must:\n\n1. stop.\n\n   Then wait.\n\n2. go.\n"));
}

#[test]
fn indented_lines_under_a_number_are_text() {
    assert_snapshot!(shown(
        "1.1 The board must:\n\n    (a) publish a report;\n    (b) keep a copy\n    of it.\n\n    let x = must();\n"
    ));
}
