use dutybound::convert::{self, Kind, Options};

use super::markdown;
use crate::pdf::{Text, bold, file, text};

const SIZE: f32 = 11.0;

fn read(pages: &[Vec<Text>]) -> String {
    markdown(Kind::Pdf, &file(pages, &[]))
}

/// A paragraph of two full lines whose first stands at `y`.
fn paragraph(y: f32, opening: &str) -> Vec<Text> {
    let first =
        format!("{opening} must be weighed in spring, before the colonies that live in it are");
    let last = format!("fed, and again in autumn; so said {opening}.");
    vec![text(72.0, y, SIZE, &first), text(72.0, y - 14.0, SIZE, &last)]
}

#[test]
fn headings_that_often_begin_a_page_are_no_running_heads() {
    let names =
        ["Ash", "Bay", "Elm", "Fir", "Fig", "Gum", "Ivy", "Oak", "Nut", "Sloe", "Teak", "Yew"];
    let pages: Vec<Vec<Text>> = names
        .into_iter()
        .zip(1..)
        .map(|(name, number)| {
            let mut page = vec![text(250.0, 815.0, SIZE, "Keeping bees")];
            if number % 3 == 0 {
                page.push(bold(72.0, 760.0, 14.0, "Notes for keepers"));
                page.extend(paragraph(735.0, &format!("{name} hive")));
            } else {
                page.push(bold(72.0, 700.0, 14.0, &format!("The {name} year")));
                page.extend(paragraph(760.0, &format!("{name} hive")));
                page.extend(paragraph(670.0, &format!("{name} nest")));
            }
            page
        })
        .collect();
    let out = read(&pages);
    assert_eq!(out.matches("# Notes for keepers").count(), 4, "{out}");
    assert_eq!(out.matches("Keeping bees").count(), 0, "{out}");
}

#[test]
fn numbered_headings_at_the_tops_of_pages_do_not_count_pages() {
    let pages: Vec<Vec<Text>> = [1, 4, 6, 13]
        .map(|rule| {
            let mut page = vec![bold(72.0, 790.0, SIZE, &format!("Rule {rule}"))];
            page.extend(paragraph(760.0, &format!("Hive {}", rule * rule)));
            page.push(text(280.0, 30.0, SIZE, &format!("Code of Practice {}", rule % 2)));
            page
        })
        .into();
    let out = read(&pages);
    for rule in ["Rule 1", "Rule 4", "Rule 6", "Rule 13"] {
        assert!(out.contains(&format!("# {rule}\n")), "{rule} is lost: {out}");
    }
}

#[test]
fn page_numbers_in_roman_numerals_are_left_out() {
    let pages: Vec<Vec<Text>> = ["iii", "iv", "v"]
        .map(|number| {
            let mut page = paragraph(760.0, "Each hive");
            page.push(text(290.0, 30.0, SIZE, number));
            page
        })
        .into();
    let out = read(&pages);
    assert!(!out.contains("\niii") && !out.contains("iv\n") && !out.contains("\nv"), "{out}");
}

#[test]
fn a_heading_that_the_next_page_only_repeats_does_not_cut_a_sentence() {
    let pages = [
        vec![
            bold(72.0, 700.0, 14.0, "Notes"),
            text(
                72.0,
                90.0,
                SIZE,
                "Each hive must be weighed in spring, before the colonies that live in",
            ),
        ],
        vec![bold(72.0, 760.0, 14.0, "Notes"), text(72.0, 735.0, SIZE, "it are fed.")],
    ];
    let out = read(&pages);
    assert!(out.contains("that live in <!-- page 2 --> it are fed."), "{out}");
}

/// A table of two columns, ruled at `levels`, on every page.
fn ruled(pages: &[Vec<Text>], levels: &[f32]) -> String {
    let (top, bottom) = (levels[0], levels[levels.len() - 1]);
    let level = levels.iter().map(|&y| [72.0, y, 500.0, y]);
    let upright = [72.0, 200.0, 500.0].into_iter().map(|x| [x, bottom, x, top]);
    markdown(Kind::Pdf, &file(pages, &level.chain(upright).collect::<Vec<_>>()))
}

#[test]
fn a_table_goes_on_over_the_page_and_so_does_a_row_that_was_cut_off() {
    let head = || vec![bold(80.0, 750.0, SIZE, "Who"), bold(210.0, 750.0, SIZE, "What")];
    let row = |who: &str, what: &str| {
        [text(80.0, 720.0, SIZE, who), text(210.0, 720.0, SIZE, what)]
            .into_iter()
            .filter(|t| !t.words.is_empty())
    };
    let pages = [
        head().into_iter().chain(row("Keepers", "must weigh every hive before the")).collect(),
        head().into_iter().chain(row("", "colonies are fed")).collect(),
        head().into_iter().chain(row("Inspectors", "may call")).collect::<Vec<_>>(),
    ];
    let out = ruled(&pages, &[765.0, 740.0, 700.0]);
    let expected = "| Who | What |\n| --- | --- |\n\
        | Keepers | must weigh every hive before the <!-- page 2 --> colonies are fed |\n\
        | <!-- page 3 --> Inspectors | may call |\n";
    assert!(out.contains(expected), "{out}");
}

#[test]
fn boxes_beside_each_other_with_common_rows_are_one_table() {
    let words = vec![
        bold(80.0, 750.0, SIZE, "Duty"),
        bold(220.0, 750.0, SIZE, "Notes"),
        bold(400.0, 750.0, SIZE, "Examples"),
        text(80.0, 720.0, SIZE, "Keepers must weigh"),
        text(220.0, 720.0, SIZE, "every hive counts"),
        text(400.0, 720.0, SIZE, "in spring"),
    ];
    let levels = [765.0, 740.0, 700.0];
    let level = levels.iter().flat_map(|&y| [[72.0, y, 200.0, y], [212.0, y, 500.0, y]]);
    let upright = [72.0, 200.0, 212.0, 390.0, 500.0].map(|x| [x, 700.0, x, 765.0]);
    let out = markdown(Kind::Pdf, &file(&[words], &level.chain(upright).collect::<Vec<_>>()));
    assert!(
        out.contains("| Duty | Notes | Examples |\n| --- | --- | --- |\n| Keepers must weigh |"),
        "{out}"
    );
}

#[test]
fn a_fraction_is_one_number() {
    let page = vec![
        text(72.0, 700.0, 12.0, "A hive that holds"),
        text(180.0, 705.0, 7.0, "1"),
        text(180.0, 695.0, 7.0, "4"),
        text(190.0, 700.0, 12.0, "of a colony must be closed."),
    ];
    let out = read(&[page]);
    assert!(out.contains("A hive that holds 1/4 of a colony must be closed."), "{out}");
}

/// Lines under each other, at `x`.
fn column(x: f32, y: f32, lines: &[&str]) -> Vec<Text> {
    lines.iter().zip(0u16..).map(|(line, n)| text(x, y - f32::from(n) * 14.0, SIZE, line)).collect()
}

#[test]
fn columns_whose_lines_do_not_stand_level_keep_their_order_and_notes() {
    let left = [
        "A keeper must weigh each hive in",
        "the spring and must write down",
        "what it weighs, as the inspector",
        "may ask for the figures at any",
        "time of the year. The figures of",
        "six years must be kept, and those",
        "of the years before may be thrown",
    ];
    let right = [
        "away. An inspector should call on",
        "each keeper once a year, and must",
        "carry a card that says who he is",
        "and which county has sent him. A",
        "keeper may ask to see the card of",
        "an inspector before the gate of the",
        "apiary is opened to anybody.",
    ];
    let mut page = column(72.0, 700.0, &left);
    page.push(text(230.0, 633.0, 6.0, "1"));
    page.extend([text(72.0, 74.0, 6.0, "1"), text(78.0, 70.0, 9.0, "In tonnes.")]);
    page.extend(column(320.0, 707.0, &right));
    let out = read(&[page]);
    assert!(out.contains("may be thrown away. An inspector should call"), "{out}");
    assert!(out.contains("kept,[^1] and") || out.contains("[^1]: In tonnes."), "{out}");
    assert!(!out.contains("thrown In tonnes"), "{out}");
}

#[test]
fn a_table_without_rules_keeps_its_rows() {
    let page = [
        column(72.0, 740.0, &["2.1 The table says who must do what."]),
        vec![
            bold(72.0, 700.0, SIZE, "Who"),
            bold(180.0, 700.0, SIZE, "What"),
            bold(330.0, 700.0, SIZE, "When"),
        ],
        column(72.0, 680.0, &["Keepers"]),
        column(180.0, 680.0, &["must weigh every hive", "before it is fed"]),
        column(330.0, 680.0, &["in spring"]),
        column(72.0, 652.0, &["Inspectors"]),
        column(180.0, 652.0, &["must call"]),
        column(330.0, 652.0, &["each year, on a", "day in June"]),
        column(
            72.0,
            610.0,
            &["2.2 Nobody else has to do anything, though anybody may look at the hives."],
        ),
    ]
    .concat();
    let out = read(&[page]);
    let expected = "2.1 The table says who must do what.\n\n| Who | What | When |\n| --- | --- | --- |\n\
        | Keepers | must weigh every hive before it is fed | in spring |\n\
        | Inspectors | must call | each year, on a day in June |\n\n2.2 Nobody";
    assert!(out.contains(expected), "{out}");
}

#[test]
fn letters_set_apart_are_words() {
    let letters: Vec<Text> = "Swarms"
        .chars()
        .zip(0u16..)
        .map(|(c, n)| bold(72.0 + f32::from(n) * 15.0, 740.0, 14.0, &c.to_string()))
        .collect();
    let out = read(&[[letters, paragraph(700.0, "A hive")].concat()]);
    assert!(out.contains("# Swarms\n"), "{out}");
}

#[test]
fn notes_that_read_alike_on_many_pages_are_kept() {
    let pages: Vec<Vec<Text>> = (1..=4u8)
        .map(|n| {
            let mut page = paragraph(760.0 - f32::from(n) * 20.0, "Each hive");
            page.push(text(200.0, page[1].y + 5.0, 6.0, "1"));
            page.extend([
                text(72.0, 64.0, 6.0, "1"),
                text(78.0, 60.0, 9.0, "The keeper must pay."),
            ]);
            page.push(text(72.0, 30.0, SIZE, &format!("Keeping bees | Page {n} of 4")));
            page
        })
        .collect();
    let out = read(&pages);
    assert_eq!(out.matches("The keeper must pay.").count(), 4, "{out}");
    assert_eq!(out.matches("Keeping bees").count(), 0, "{out}");
}

#[test]
fn who_watches_is_told_of_every_page() {
    let pages = vec![paragraph(760.0, "Each hive"); 3];
    let told = std::cell::RefCell::new(Vec::new());
    let on_page = |done, all| told.borrow_mut().push((done, all));
    let file = file(&pages, &[]);
    convert::to_markdown_watched(Kind::Pdf, &file, &Options::default(), &on_page).unwrap();
    assert_eq!(told.into_inner(), [(1, 3), (2, 3), (3, 3)]);
}
