//! Drafts of any length: a Code of Practice for harbours, made of a few hundred phrases. The same length gives the same bytes.

use std::fmt::Write as _;

const BODIES: [&str; 14] = [
    "the harbour authority",
    "a berth holder",
    "the competent authority",
    "each pilotage provider",
    "the port operator",
    "local authorities",
    "the harbour master",
    "an owner or charterer",
    "the licensing panel",
    "the Secretary of State",
    "the port health authority",
    "a master of a vessel",
    "the duty holder",
    "training providers",
];
const UNNAMED: [&str; 7] = [
    "The register of moorings",
    "A record of each inspection",
    "Any variation of a licence",
    "The emergency plan",
    "Notice of a closure",
    "Complaints about charges",
    "Life-saving equipment",
];
const ACTIONS: [&str; 16] = [
    "keep the channel marked and lit",
    "publish a schedule of charges",
    "consult the users of the harbour",
    "tell the coastguard of any incident",
    "have regard to the size of the vessel",
    "review its marine safety plan each year",
    "give reasons for a refusal in writing",
    "carry out an assessment of the risk",
    "provide facilities for waste",
    "make arrangements for towage",
    "co-operate with neighbouring ports",
    "ensure that staff are trained",
    "take reasonable steps to prevent pollution",
    "refer the matter to the panel",
    "keep the arrangements under review",
    "appoint a person to investigate",
];
const PASSIVES: [&str; 6] = [
    "be kept for six years",
    "be sent to every berth holder",
    "be displayed at the entrance",
    "be reviewed after each season",
    "be recorded in the log",
    "be made available on request",
];
const TAILS: [&str; 10] = [
    "",
    "",
    " within 14 days",
    " before a licence is granted",
    ", where it is reasonably practicable",
    " unless the vessel is in distress",
    " as soon as possible",
    " no later than the end of the season",
    ", subject to any direction of the Secretary of State",
    " if weather allows",
];
const LAWS: [&str; 8] = [
    "section 40A of the Harbours Act 1964",
    "section 2(1) of the Pilotage Act 1987",
    "regulation 6 of the Port Marine (Safety) Regulations 2011",
    "the Merchant Shipping Act 1995",
    "sections 52 to 55 of the 1995 Act",
    "section 149 of the Equality Act 2010",
    "paragraph 3 of Schedule 2 to the Docks and Harbours Act 1966",
    "SI 2015/310",
];
const ASIDES: [&str; 10] = [
    "What is reasonable depends on the size of the harbour and on the traffic in it.",
    "Tides, weather and the state of the seabed all make a difference, and none of them can be foreseen in full.",
    "This chapter explains how the arrangements work together.",
    "Many ports already do this, and the survey of 2019 found that it costs little.",
    "A small craft may be harder to see than the rules assume.",
    "The courts have looked at this more than once, most recently in relation to a marina on the Solent.",
    "Berths differ in depth, in shelter and in price.",
    "It can help to write down how the decision was reached.",
    "The word “vessel” has the meaning that it has in the parent Act.",
    "Annex A lists the forms.",
];
const TITLES: [&str; 12] = [
    "Moorings and berths",
    "Pilotage",
    "Safety of navigation",
    "Charges and dues",
    "Waste and pollution",
    "Complaints",
    "Emergencies",
    "Licences for works",
    "Leisure craft",
    "Records",
    "Towage",
    "Consultation",
];

/// A draft of about this many bytes.
pub(crate) fn code(bytes: usize) -> String {
    Writer::new(bytes, None).write()
}

/// The next version of [`code`]: every so often a must has become a should, or the other way round.
pub(crate) fn revised(bytes: usize) -> String {
    Writer::new(bytes, Some(Dice(41))).write()
}

/// The generator called splitmix64: even enough for choosing phrases.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut roll = self.0;
        roll = (roll ^ (roll >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        roll = (roll ^ (roll >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (roll ^ (roll >> 31)) as usize % sides
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

struct Writer {
    text: String,
    wanted: usize,
    dice: Dice,
    flips: Option<Dice>,
    chapter: usize,
    paragraph: usize,
}

impl Writer {
    fn new(wanted: usize, flips: Option<Dice>) -> Self {
        let text = String::with_capacity(wanted + 2048);
        Self { text, wanted, dice: Dice(1964), flips, chapter: 0, paragraph: 0 }
    }

    fn write(mut self) -> String {
        self.text.push_str(
            "# Code of Practice for harbours\n\nIn this Code, **must** states a legal duty and **should** gives guidance. \
             “The 1995 Act” means the Merchant Shipping Act 1995.\n\n",
        );
        while self.text.len() < self.wanted {
            self.start_chapter();
            for _ in 0..12 + self.dice.below(16) {
                self.write_paragraph();
            }
        }
        self.text
    }

    fn start_chapter(&mut self) {
        self.chapter += 1;
        self.paragraph = 0;
        let title = self.dice.one(&TITLES);
        let _ = write!(self.text, "## {} {title}\n\n", self.chapter);
    }

    fn write_paragraph(&mut self) {
        self.paragraph += 1;
        if self.paragraph.is_multiple_of(7) {
            let title = self.dice.one(&TITLES);
            let _ = write!(self.text, "### {title}\n\n");
        }
        let _ = write!(self.text, "{}.{} ", self.chapter, self.paragraph);
        match self.dice.below(12) {
            0 => self.write_list(),
            1 => self.write_table(),
            2 => self.write_example(),
            3 => self.write_with_note(),
            _ => self.write_sentences(),
        }
    }

    fn write_sentences(&mut self) {
        for _ in 0..2 + self.dice.below(3) {
            if self.dice.below(3) == 0 {
                let aside = self.dice.one(&ASIDES);
                let _ = write!(self.text, "{aside} ");
            } else {
                self.write_statement();
            }
        }
        self.text.push_str("\n\n");
    }

    fn write_statement(&mut self) {
        let modal = self.modal();
        let tail = self.dice.one(&TAILS);
        if self.dice.below(5) == 0 {
            let (what, done) = (self.dice.one(&UNNAMED), self.dice.one(&PASSIVES));
            let _ = write!(self.text, "{what} {modal} {done}{tail}");
        } else {
            let (body, action) = (capitalised(self.dice.one(&BODIES)), self.dice.one(&ACTIONS));
            let _ = write!(self.text, "{body} {modal} {action}{tail}");
        }
        match self.dice.below(8) {
            0 => {
                let law = self.dice.one(&LAWS);
                let _ = write!(self.text, " ({law})");
            }
            1 => {
                let near = 1 + self.dice.below(self.paragraph);
                let _ = write!(self.text, " (see paragraph {}.{near})", self.chapter);
            }
            2 => {
                let law = self.dice.one(&LAWS);
                let _ = write!(self.text, " under [{law}](https://www.legislation.gov.uk/)");
            }
            _ => {}
        }
        self.text.push_str(". ");
    }

    /// Modal words as drafts set them: half of them bold, few in capitals.
    fn modal(&mut self) -> String {
        let word = match self.dice.below(10) {
            0..4 => "must",
            4 => "must not",
            5..9 => "should",
            _ => "may",
        };
        let flip = self.flips.as_mut().is_some_and(|dice| dice.below(50) == 0);
        let word = match word {
            "must" if flip => "should",
            "should" if flip => "must",
            as_it_was => as_it_was,
        };
        match self.dice.below(16) {
            0..8 => format!("**{word}**"),
            8 => format!("**{}**", word.to_uppercase()),
            _ => word.to_owned(),
        }
    }

    fn write_list(&mut self) {
        let (body, modal) = (capitalised(self.dice.one(&BODIES)), self.modal());
        let _ = write!(self.text, "{body} {modal}:\n\n");
        for _ in 0..2 + self.dice.below(4) {
            let (action, tail) = (self.dice.one(&ACTIONS), self.dice.one(&TAILS));
            let _ = writeln!(self.text, "- {action}{tail};");
        }
        self.text.push('\n');
    }

    fn write_table(&mut self) {
        self.text.push_str("Who does what:\n\n| Who | What | When |\n| --- | --- | --- |\n");
        for _ in 0..2 + self.dice.below(4) {
            let (body, action) = (capitalised(self.dice.one(&BODIES)), self.dice.one(&ACTIONS));
            let modal = self.modal();
            let _ = writeln!(self.text, "| {body} | {modal} {action} | each year |");
        }
        self.text.push('\n');
    }

    fn write_example(&mut self) {
        self.write_sentences();
        let aside = self.dice.one(&ASIDES);
        let _ = write!(
            self.text,
            "> **Example**: A yacht runs aground at low water. {aside} The master should call the coastguard.\n\n"
        );
    }

    fn write_with_note(&mut self) {
        self.write_statement();
        let mark = format!("[^{}-{}]", self.chapter, self.paragraph);
        let law = self.dice.one(&LAWS);
        let _ =
            write!(self.text, "Further detail is given elsewhere.{mark}\n\n{mark}: See {law}.\n\n");
    }
}

fn capitalised(words: &str) -> String {
    let (first, rest) = words.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}
