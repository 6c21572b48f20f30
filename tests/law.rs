//! Laws are read into provisions with their duties, from XML and from text; what is no law is refused.

use std::{fs, path::PathBuf, time::Instant};

use crate::{run::Folder, zip::docx};
use dutybound::{
    law::{Instrument, Missing, StatusWord, Unreadable},
    statements::{Modality, Vocabulary},
};

const ACT: &str = r#"<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
    xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/"
    IdURI="http://www.legislation.gov.uk/id/ukpga/2031/7">
<ukm:Metadata><dc:title>Widgets Act 2031</dc:title></ukm:Metadata>
<Primary><Body><Part><Number>Part III</Number>
<P1group><Title>Duties of inspectors</Title><P1><Pnumber>4<CommentaryRef Ref="c1"/></Pnumber><P1para>
  <P2><Pnumber>1</Pnumber><P2para><Text>An inspector must—</Text>
    <P3><Pnumber>a</Pnumber><P3para><Text>visit each works, and</Text></P3para></P3>
    <P3><Pnumber>b</Pnumber><P3para><Text>keep a <Repeal>secret </Repeal>record of the visit.</Text></P3para></P3>
  </P2para></P2>
  <P2><Pnumber>2</Pnumber><P2para><Text>An inspector may charge a fee.</Text></P2para></P2>
</P1para></P1></P1group>
<P1group Status="Prospective"><Title>Fees</Title><P1><Pnumber>5</Pnumber><P1para><Text>A works must pay a fee.</Text></P1para></P1></P1group>
<P1group><Title>Gone</Title><P1><Pnumber>6</Pnumber><P1para><Text>. . . . . . . . . .</Text></P1para></P1></P1group>
</Part></Body>
<Schedules><Schedule><Number>SCHEDULE 2</Number><ScheduleBody>
<P1><Pnumber>3</Pnumber><P1para><Text>The register shall be open to the public.</Text></P1para></P1>
</ScheduleBody></Schedule></Schedules></Primary></Legislation>"#;

fn clml(xml: &str) -> Result<Instrument, Unreadable> {
    Instrument::from_clml("law.xml", xml, &Vocabulary::built_in())
}

#[test]
fn provisions_of_an_act() {
    let act = clml(ACT).unwrap();
    assert_eq!((act.title.as_str(), act.id.as_deref()), ("Widgets Act 2031", Some("ukpga/2031/7")));
    let paths: Vec<&str> = act.provisions.iter().map(|it| it.path.as_str()).collect();
    let sections = [
        "section/4",
        "section/4/1",
        "section/4/1/a",
        "section/4/1/b",
        "section/4/2",
        "section/5",
        "section/6",
    ];
    assert_eq!(paths[..7], sections);
    assert_eq!(paths[7..], ["schedule/2/paragraph/3"]);
    let record = act.find("section/4/1/b").unwrap();
    assert_eq!(act.operative_text(record), "An inspector must— keep a record of the visit.");
    assert_eq!(act.provisions[record as usize].heading.as_deref(), Some("Duties of inspectors"));
    let status = |path: &str| act.provisions[act.find(path).unwrap() as usize].status.on(None);
    assert_eq!(status("section/4"), StatusWord::InForce);
    assert_eq!(status("section/5"), StatusWord::Prospective);
    assert_eq!(status("section/6"), StatusWord::Repealed);
}

#[test]
fn what_the_provisions_ask() {
    let act = clml(ACT).unwrap();
    let of = |path: &str| -> Vec<(Modality, String)> {
        let holders = |it: &dutybound::statements::Statement| {
            let names =
                it.duty_holder.holders.iter().map(|holder| act.document().text(holder.written));
            (it.modality, names.collect::<Vec<_>>().join(", "))
        };
        act.statements_of(act.find(path).unwrap()).map(holders).collect()
    };
    assert_eq!(of("section/4/1/a"), [(Modality::Duty, "inspector".to_owned())]);
    assert_eq!(of("section/4/1").len(), 2);
    assert_eq!(of("section/4/2")[0].0, Modality::Permission);
}

#[test]
fn sentences_that_settle_what_is_so_lay_nothing_on_anybody() {
    let text = "# Widgets Bill\n\n1. There shall be a body corporate called the Board.\n\n2. This section shall have effect from May.\n\n\
                3. The Board shall visit every works.\n\n4. A person who lies shall be guilty of an offence.\n\n\
                5. The report shall be laid before the Senate.\n\n6. It shall be the duty of the Board to consult works.\n";
    let bill = Instrument::from_text("bill.md", text, &Vocabulary::built_in()).unwrap();
    let asks = bill.statements().iter().filter(|it| !bill.only_settles(it));
    let asks: Vec<&str> = asks.map(|it| bill.document().text(it.extent)).collect();
    let expected = ["The Board shall visit", "The report shall be laid", "It shall be the duty"];
    assert_eq!(asks.len(), 3, "{asks:?}");
    assert!(asks.iter().zip(expected).all(|(it, begins)| it.starts_with(begins)), "{asks:?}");
}

#[test]
fn what_is_not_there() {
    let act = clml(ACT).unwrap();
    let nearest = |path: &str| Some(Missing::Nearest(Some(path.to_owned())));
    assert_eq!(act.missing("section/4/1/a"), None);
    assert_eq!(act.missing("part/III"), None);
    assert_eq!(act.missing("section/9"), nearest("section/6"));
    assert_eq!(act.missing("section/4/3"), nearest("section/4/2"));
    assert_eq!(act.missing("part/9"), Some(Missing::Unknown));
}

#[test]
fn hostile_xml_is_refused() {
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><Legislation>&b;</Legislation>"#;
    assert!(matches!(clml(bomb), Err(Unreadable::Xml(_))));
    let outside =
        r#"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Legislation>&a;</Legislation>"#;
    assert!(matches!(clml(outside), Err(Unreadable::Xml(_))));
    assert!(matches!(clml("<html/>"), Err(Unreadable::NotLegislation)));
    assert!(matches!(clml(""), Err(Unreadable::Xml(_))));
    let deep = format!("<Legislation>{}{}</Legislation>", "<P2>".repeat(900), "</P2>".repeat(900));
    assert!(clml(&deep).is_ok_and(|it| it.provisions.is_empty()));
}

#[test]
fn draft_regulations_as_text() {
    let text = "# Draft Widgets Regulations 2031\n\n### Visits\n\n5.—(1) An inspector must visit each works.\n\n\
        (2) The inspector must—\n\n(a) keep a record; and\n\n(b) send it to the owner—\n\n(i) by post, or\n\n(ii) by hand.\n\n\
        Fees\n\n6. An inspector may charge a fee.\n";
    let law = Instrument::from_text("widgets.md", text, &Vocabulary::built_in()).unwrap();
    let paths: Vec<&str> = law.provisions.iter().map(|it| it.path.as_str()).collect();
    let base = "regulation/5/2";
    assert_eq!(paths[..4], ["regulation/5", "regulation/5/1", base, "regulation/5/2/a"]);
    assert_eq!(
        paths[4..],
        ["regulation/5/2/b", "regulation/5/2/b/i", "regulation/5/2/b/ii", "regulation/6"]
    );
    assert_eq!(law.provisions[7].heading.as_deref(), Some("Fees"));
    assert_eq!(law.statements_of(7).next().unwrap().modality, Modality::Permission);
    let prose = Instrument::from_text(
        "x.md",
        "A letter\n\nDear all, nothing here.",
        &Vocabulary::built_in(),
    );
    assert!(matches!(prose, Err(Unreadable::NoProvisions)));
}

fn real(name: &str) -> Option<String> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/real/law")).join(name);
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: {name} is not beside the project");
    }
    text
}

#[test]
fn real_legislation() {
    for (name, id, provision, at_least) in [
        ("ukpga_20000032_en.xml", "ukpga/2000/32", "section/3/2/a", 1000),
        ("ukpga-1999-29-part-III-2013-03-27.xml", "ukpga/1999/29", "section/86/4/a", 300),
        ("asp_20030002_en.xml", "asp/2003/2", "section/1", 800),
        ("ukpga_20020016_en.xml", "ukpga/2002/16", "section/1/2", 300),
        ("ukpga-1996-16-section-101.xml", "ukpga/1996/16", "section/101/1", 4),
        ("ukpga-1996-31-section-20-2010-01-12.xml", "ukpga/1996/31", "section/20/1", 2),
        ("uksi-2006-3313-made.xml", "uksi/2006/3313", "regulation/2/1", 80),
        ("uksi-2014-448-contents-made.xml", "uksi/2014/448", "regulation/2", 2),
    ] {
        let Some(xml) = real(name) else { return };
        let began = Instant::now();
        let law = clml(&xml).unwrap();
        println!(
            "{name}: {} provisions, {} statements, {:?}",
            law.provisions.len(),
            law.statements().len(),
            began.elapsed()
        );
        assert_eq!(law.id.as_deref(), Some(id), "{name}");
        assert!(law.find(provision).is_some(), "{name} has {provision}");
        assert!(law.provisions.len() >= at_least, "{name}: {}", law.provisions.len());
        assert_eq!(law.is_whole, !name.contains("section") && !name.contains("part"), "{name}");
    }
}

/// The rules that fire on the draft about policing, with the words at fault: each of its planted errors, and nothing else.
const PLANTED: [(&str, &str); 12] = [
    ("holder-contradicts-law", "Chief Constable"),
    ("mismatched-reference", "Complaints"),
    ("provision-not-in-law", "section 203 of the Police (Northern Ireland) Act 2000"),
    ("duty-without-authority", "must"),
    ("broken-reference", "paragraph 1.9"),
    ("section-or-regulation", "regulation 4 of the Police (Northern Ireland) Act 2000"),
    ("mismatched-citation", "section 87 of the Greater London Authority Act 1998"),
    ("duplicate-number", "2.2"),
    ("link-disagrees", "section 19 of the Freedom of Information Act 2000"),
    ("ambiguous-act", "section 17 of the 2000 Act"),
    ("bill-now-act", "clause 3 of the Police (Northern Ireland) Bill"),
    ("undefined-abbreviation", "QZNA 1993 s 4"),
];

#[test]
fn a_draft_against_two_real_acts() {
    let files = ["ukpga_20000032_en.xml", "ukpga-1999-29-part-III-2013-03-27.xml"];
    if files.iter().any(|name| real(name).is_none()) {
        return;
    }
    let law = |name: &str| format!("{}/../shared/real/law/{name}", env!("CARGO_MANIFEST_DIR"));
    let draft = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/policing/policing-code.md");
    let (first, second) = (law(files[0]), law(files[1]));
    let args = [
        "check",
        draft,
        "--law",
        &first,
        "--law",
        &second,
        "--format",
        "json",
        "--fail-on",
        "never",
    ];
    let report = crate::run::Folder::new().json(&args);
    let found = report["findings"].as_array().unwrap().iter();
    let found: Vec<(&str, &str)> =
        found.map(|it| (it["rule"].as_str().unwrap(), it["words"].as_str().unwrap())).collect();
    assert_eq!(found, PLANTED);
}

/// Draft Regulations as they come: nothing but lines.
const REGULATIONS: [&str; 8] = [
    "Illustrative Widgets Regulations 2031",
    "Visits",
    "5.—(1) An inspector must visit every works each year.",
    "(2) An inspector may publish—",
    "(a) the record of a visit; and",
    "(b) the reasons for it.",
    "Fees",
    "6. A works must pay a fee.",
];

#[test]
fn the_configuration_names_laws_in_any_format() {
    let folder = Folder::with(&[(
        "guidance/code.md",
        "1.1 An inspector should visit every works each year (regulation 5(1) of the Illustrative Widgets Regulations 2031).\n\n\
         1.2 An inspector may publish the record (regulation 5(2)(a) of the Illustrative Widgets Regulations 2031).\n\n\
         1.3 A works must pay (regulation 7 of the Illustrative Widgets Regulations 2031).\n",
    )]);
    let paragraphs: String =
        REGULATIONS.map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).concat();
    folder.write("laws/word.docx", &docx(&paragraphs, &[]));
    folder.write("laws/plain.txt", REGULATIONS.join("\n").as_bytes());
    folder.write("laws/marked.md", format!("# {}", REGULATIONS.join("\n\n")).as_bytes());
    for law in ["word.docx", "plain.txt", "marked.md"] {
        let config = format!("[[law]]\nfile = \"laws/{law}\"\n");
        folder.write("dutybound.toml", config.as_bytes());
        let json = folder.json(&["check", "--format", "json", "guidance/code.md"]);
        let found =
            json["findings"].as_array().unwrap().iter().filter(|it| it["severity"] == "error");
        let found: Vec<(&str, &str)> = found
            .map(|it| (it["rule"].as_str().unwrap(), it["paragraph"].as_str().unwrap()))
            .collect();
        assert_eq!(
            found,
            [("modality-contradicts-law", "1.1"), ("provision-not-in-law", "1.3")],
            "{law}"
        );
    }
    let covered = folder.run(&["coverage", "guidance/code.md"]);
    assert_eq!(covered.code, Some(0), "{}", covered.stderr);
    folder.write("dutybound.toml", b"[[law]]\nfile = \"laws/none.xml\"\n");
    let ran = folder.run(&["check", "guidance/code.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("laws/none.xml: no such file ([[law]] of dutybound.toml)"),
        "{}",
        ran.stderr
    );
}
