use std::fmt::Write as _;

use dutybound::convert::{self, Kind, Limits, NotConverted, Options};

use super::{markdown, refusal};
use crate::{
    pdf::{file, joined, stream, text, with_contents},
    zip::{docx, package},
};

/// Written by `LibreOffice`: streams, fonts and tables as real files have them.
const FILES: [(Kind, &[u8]); 3] = [
    (Kind::Pdf, include_bytes!("../fixtures/bees.pdf")),
    (Kind::Word, include_bytes!("../fixtures/bees.docx")),
    (Kind::OpenDocument, include_bytes!("../fixtures/bees.odt")),
];

fn good_pdf() -> Vec<u8> {
    let page = |n: usize| {
        (0..20u16)
            .map(|line| {
                text(
                    72.0,
                    760.0 - f32::from(line) * 14.0,
                    11.0,
                    &format!("Page {n} line {line}: keepers must count."),
                )
            })
            .collect()
    };
    file(&[page(1), page(2), page(3)], &[])
}

#[test]
fn files_cut_off_anywhere_are_read_or_refused() {
    for (kind, whole) in FILES {
        for percent in 0..100 {
            let _ = convert::to_markdown(
                kind,
                &whole[..whole.len() * percent / 100],
                &Options::default(),
            );
        }
    }
    let whole = good_pdf();
    for end in (0..whole.len()).step_by(11) {
        let _ = convert::to_markdown(Kind::Pdf, &whole[..end], &Options::default());
    }
}

#[test]
fn files_with_flipped_bits_are_read_or_refused() {
    for (kind, whole) in FILES {
        for at in (0..whole.len()).step_by(whole.len() / 60) {
            let mut bytes = whole.to_vec();
            bytes[at] ^= 1 << (at % 8);
            let _ = convert::to_markdown(kind, &bytes, &Options::default());
        }
    }
    let whole = good_pdf();
    for at in (0..whole.len()).step_by(13) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        let _ = convert::to_markdown(Kind::Pdf, &bytes, &Options::default());
    }
}

#[test]
fn a_package_that_unfolds_to_too_much_is_refused() {
    let bomb = docx(&" ".repeat(1 << 20), &[]);
    let limits = Limits { unpacked: 100_000, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let refused = convert::to_markdown(Kind::Word, &bomb, &options).unwrap_err();
    assert!(matches!(refused, NotConverted::TooLarge { limit: 100_000, .. }), "{refused}");
}

#[test]
fn a_package_nested_without_end_is_refused() {
    let deep = format!("{}{}", "<w:sdt>".repeat(50_000), "</w:sdt>".repeat(50_000));
    assert!(matches!(refusal(Kind::Word, &docx(&deep, &[])), NotConverted::TooLarge { .. }));
    let content = format!("{}{}", "<a>".repeat(50_000), "</a>".repeat(50_000));
    let file = package(&[("content.xml", content.as_bytes())]);
    assert!(matches!(refusal(Kind::OpenDocument, &file), NotConverted::TooLarge { .. }));
}

#[test]
fn a_pdf_without_text_is_called_a_scan() {
    let scan = with_contents(&["0 0 10 10 re f".to_owned()]);
    assert_eq!(refusal(Kind::Pdf, &scan), NotConverted::Scanned { pages: 1 });
}

#[test]
fn what_is_no_pdf_is_refused_as_one() {
    let refused = refusal(Kind::Pdf, b"%PDF-1.7 and nothing more");
    assert!(refused.to_string().starts_with("not a readable PDF file"), "{refused}");
}

#[test]
fn a_stream_that_unfolds_to_too_much_is_refused() {
    let content = " ".repeat(1 << 20);
    let limits = Limits { unpacked: 100_000, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let refused =
        convert::to_markdown(Kind::Pdf, &with_contents(&[content]), &options).unwrap_err();
    assert!(matches!(refused, NotConverted::TooLarge { limit: 100_000, .. }), "{refused}");
}

#[test]
fn forms_that_draw_forms_without_end_are_refused_in_good_time() {
    let form = |next: usize| {
        let draw = "/X Do ".repeat(20);
        let head = format!(
            "<< /Type /XObject /Subtype /Form /Resources << /XObject << /X {next} 0 R >> >> "
        );
        format!("{head} /Length {} >>\nstream\n{draw}\nendstream", draw.len()).into_bytes()
    };
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>".to_vec(),
        stream(b"/X Do"),
    ];
    objects.extend((6..16).map(form));
    objects.push(form(5));
    let limits = Limits { operations: 100_000, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let refused = convert::to_markdown(Kind::Pdf, &joined(&objects), &options).unwrap_err();
    assert!(matches!(refused, NotConverted::TooLarge { limit: 100_000, .. }), "{refused}");
}

#[test]
fn a_page_of_millions_of_characters_is_refused() {
    let line = format!("1 0 0 1 72 700 Tm ({}) Tj ", "x".repeat(1000));
    let page = format!("BT /F1 9 Tf {} ET", line.repeat(2_100));
    let refused = refusal(Kind::Pdf, &with_contents(&[page]));
    assert!(matches!(refused, NotConverted::TooLarge { limit: 2_000_000, .. }), "{refused}");
}

#[test]
fn elements_nested_without_end_are_refused() {
    let mut deep = String::new();
    for _ in 0..100_000 {
        let _ = write!(deep, "<div>");
    }
    assert!(matches!(refusal(Kind::Html, deep.as_bytes()), NotConverted::TooLarge { .. }));
}

#[test]
fn any_bytes_at_all_are_read_or_refused() {
    let mut state = 7_u32;
    for length in 0..200_usize {
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        for kind in [Kind::Pdf, Kind::Word, Kind::OpenDocument, Kind::Html, Kind::Text] {
            let _ = convert::to_markdown(kind, &bytes, &Options::default());
        }
    }
}

#[test]
fn a_pdf_that_only_forbids_changes_is_read() {
    let locked = include_bytes!("../fixtures/locked.pdf");
    assert!(markdown(Kind::Pdf, locked).contains("Keepers must count their bees in spring."));
}

#[test]
fn encrypted_groups_of_objects_are_bounded_before_they_are_unfolded() {
    let bomb = include_bytes!("../fixtures/locked-bomb.pdf");
    let limits = Limits { unpacked: 1 << 20, ..Limits::default() };
    let refused = convert::to_markdown(Kind::Pdf, bomb, &Options { limits, ..Options::default() });
    assert!(matches!(refused, Err(NotConverted::TooLarge { .. })), "{refused:?}");
}

#[test]
fn a_page_of_very_many_scattered_words_is_read_in_good_time() {
    let mut content = String::from("BT /F1 1 Tf ");
    for n in 0..60_000u32 {
        let _ = write!(content, "1 0 0 1 {} {} Tm (must) Tj ", n * 7 % 590, n * 13 % 830);
    }
    content.push_str("ET");
    let started = std::time::Instant::now();
    let markdown = markdown(Kind::Pdf, &with_contents(&[content]));
    assert!(markdown.contains("must"));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
