use dutybound::convert::Kind;

use super::markdown;
use crate::pdf::{Text, bold, file, text};

const SIZE: f32 = 11.0;
const STEP: f32 = 14.0;

/// Lines one under the other from `y` down, at `x`.
fn lines(x: f32, y: f32, words: &[&str]) -> Vec<Text> {
    words.iter().zip(0u16..).map(|(line, n)| text(x, y - f32::from(n) * STEP, SIZE, line)).collect()
}

fn page(parts: Vec<Vec<Text>>) -> Vec<Text> {
    parts.into_iter().flatten().collect()
}

fn read(pages: &[Vec<Text>]) -> String {
    markdown(Kind::Pdf, &file(pages, &[]))
}

/// A numbered paragraph: its number at the margin, its lines hanging.
fn numbered(number: &str, y: f32, words: &[&str]) -> Vec<Text> {
    let mut all = vec![text(72.0, y, SIZE, number)];
    all.extend(lines(108.0, y, words));
    all
}

#[test]
fn headings_numbered_paragraphs_and_items() {
    let page = page(vec![
        vec![bold(72.0, 780.0, 18.0, "Keeping bees")],
        numbered(
            "1.1",
            740.0,
            &[
                "Keepers must look after their hives all the year and must",
                "write down what they see, and:",
            ],
        ),
        vec![text(108.0, 706.0, SIZE, "(a)"), text(130.0, 706.0, SIZE, "count the colonies;")],
        vec![text(130.0, 688.0, SIZE, "(i)"), text(150.0, 688.0, SIZE, "in spring, and")],
        vec![text(130.0, 670.0, SIZE, "(ii)"), text(150.0, 670.0, SIZE, "in autumn;")],
        vec![text(108.0, 652.0, SIZE, "(b)"), text(130.0, 652.0, SIZE, "tell the inspector.")],
        numbered("1.2", 624.0, &["Inspectors may call."]),
    ]);
    assert_eq!(
        read(&[page]),
        "<!-- page 1 -->\n\n# Keeping bees\n\n\
         1.1 Keepers must look after their hives all the year and must write down what they see, and:\n\n\
         - (a) count the colonies;\n  - (i) in spring, and\n  - (ii) in autumn;\n- (b) tell the inspector.\n\n\
         1.2 Inspectors may call.\n"
    );
}

#[test]
fn a_footnote_does_not_interrupt_the_sentence_that_runs_over_it() {
    let first = page(vec![
        numbered("2.1", 140.0, &["A keeper must register each apiary with the inspector for the"]),
        vec![text(278.0, 126.5, 7.0, "1")],
        lines(
            108.0,
            122.0,
            &[
                "county in which it stands when he",
                "first brings bees there, and must then tell that inspector of",
            ],
        ),
        vec![
            text(72.0, 70.0, 6.0, "1"),
            text(80.0, 66.0, 9.0, "See section 3 of the Bees Act 1980."),
        ],
        vec![text(520.0, 30.0, 9.0, "1")],
    ]);
    let second = page(vec![
        lines(108.0, 780.0, &["every change within ten days."]),
        numbered("2.2", 740.0, &["An inspector should answer."]),
        vec![text(520.0, 30.0, 9.0, "2")],
    ]);
    let out = read(&[first, second]);
    assert!(
        out.contains("tell that inspector of <!-- page 2 --> every change within ten days."),
        "{out}"
    );
    assert!(out.contains("\n[^1]: See section 3 of the Bees Act 1980.\n"), "{out}");
    assert!(
        out.contains("stands when he[^1] first brings")
            && out.contains("2.2 An inspector should answer."),
        "{out}"
    );
    assert!(!out.contains("\n1\n") && !out.contains("\n2\n"), "page numbers stay out: {out}");
}

#[test]
fn a_raised_mark_is_not_glued_to_a_number() {
    let page = page(vec![
        lines(72.0, 700.0, &["Keepers must follow paragraph 9.12"]),
        vec![text(253.0, 705.0, 7.0, "3")],
        lines(72.0, 686.0, &["and note what they do in the book they keep for the inspector."]),
        vec![text(72.0, 70.0, 6.0, "3"), text(80.0, 66.0, 9.0, "The paragraph on swarms.")],
    ]);
    let out = read(&[page]);
    assert!(out.contains("paragraph 9.12[^3] and note"), "{out}");
}

#[test]
fn running_heads_and_page_numbers_are_left_out() {
    let pages: Vec<Vec<Text>> = (1..=4)
        .map(|number| {
            page(vec![
                lines(72.0, 815.0, &["Code of Practice for keepers"]),
                numbered(&format!("{number}.1"), 740.0, &["Keepers must weigh hives."]),
                lines(280.0, 30.0, &[&format!("Page {number} of 4")]),
            ])
        })
        .collect();
    let out = read(&pages);
    assert_eq!(out.matches("Code of Practice").count(), 0, "{out}");
    assert_eq!(out.matches("Page ").count(), 0, "{out}");
    assert_eq!(out.matches("Keepers must weigh hives.").count(), 4, "{out}");
}

#[test]
fn hyphens_of_the_line_end_go_and_those_of_the_word_stay() {
    let page = lines(
        72.0,
        700.0,
        &[
            "The provision of hives is a matter of well-being. Keepers must make pro-",
            "vision for swarms, and inspectors must have regard to the well-",
            "being of colonies.",
        ],
    );
    let out = read(&[page]);
    assert!(
        out.contains("make provision for swarms") && out.contains("the well-being of colonies"),
        "{out}"
    );
}

#[test]
fn bold_words_stay_bold() {
    let page = vec![
        text(72.0, 700.0, SIZE, "A keeper"),
        bold(118.0, 700.0, SIZE, "MUST NOT"),
        text(182.0, 700.0, SIZE, "move a hive in rain."),
    ];
    let out = read(&[page]);
    assert!(out.contains("A keeper **MUST NOT** move a hive in rain."), "{out}");
}

#[test]
fn a_ruled_table_keeps_its_rows() {
    let words = vec![
        bold(80.0, 700.0, SIZE, "Who"),
        bold(280.0, 700.0, SIZE, "What"),
        text(80.0, 670.0, SIZE, "Keepers"),
        text(280.0, 670.0, SIZE, "must count"),
        text(280.0, 656.0, SIZE, "every colony"),
    ];
    let levels = [715.0, 690.0, 650.0].map(|y| [72.0, y, 500.0, y]);
    let uprights = [72.0, 270.0, 500.0].map(|x| [x, 650.0, x, 715.0]);
    let rules: Vec<[f32; 4]> = levels.into_iter().chain(uprights).collect();
    let out = markdown(Kind::Pdf, &file(&[words], &rules));
    assert!(
        out.contains("| Who | What |\n| --- | --- |\n| Keepers | must count every colony |\n"),
        "{out}"
    );
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left: Vec<String> =
        (0..9).map(|n| format!("left line {n} of the first column of text")).collect();
    let right: Vec<String> =
        (0..9).map(|n| format!("right line {n} of the second column")).collect();
    let column = |x: f32, words: &[String]| {
        lines(x, 700.0, &words.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let out = read(&[page(vec![column(72.0, &left), column(330.0, &right)])]);
    let last_left = out.find("left line 8").unwrap();
    assert!(last_left < out.find("right line 0").unwrap(), "{out}");
}
