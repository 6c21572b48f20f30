//! Who has to act, on which condition and by when, where a draft says it in words of its own.

use dutybound::{draft::Draft, source::Source, statements::Vocabulary};

fn draft(text: &str) -> Draft {
    let source = Source::from_bytes("draft.md", text.as_bytes().to_vec()).unwrap();
    Draft::from_sources(vec![source], &Vocabulary::default())
}

/// The names of each statement's holders, joined by "; ".
fn holders(text: &str) -> Vec<String> {
    let draft = draft(text);
    let joined = |names: Vec<&str>| names.join("; ");
    draft.statements().iter().map(|it| joined(draft.names_of(it).collect())).collect()
}

fn last_holder(text: &str) -> String {
    holders(text).pop().unwrap()
}

#[test]
fn an_abbreviation_that_the_draft_explains_is_the_body_it_stands_for() {
    for (said, expected) in [
        (
            "Shellfish Management Boards (SMBs) meet in May.\n\nAn SMB must publish a plan.",
            "shellfish management board",
        ),
        (
            "The Designated Sea Officer, or DSO, is a civil servant.\n\nThe DSO must sign.",
            "designated sea officer",
        ),
        (
            "| Abbreviation | Meaning |\n| --- | --- |\n| TLB | tidal lagoon board |\n\nThe TLB must meet.",
            "tidal lagoon board",
        ),
        ("RMF: reef management forum\n\nThe RMF should reply.", "reef management forum"),
    ] {
        assert_eq!(last_holder(&format!("{said}\n")).to_lowercase(), expected, "{said}");
    }
}

#[test]
fn a_name_that_the_draft_defines_is_somebody() {
    for (said, expected) in [
        (
            "The Barsetshire Weights and Measures Authority (in this Code, ‘the Authority’) is small.\n\nThe Authority must inspect.",
            "barsetshire weights and measures authority",
        ),
        (
            "In this Code ‘institution’ means a further education college.\n\nInstitutions must act.",
            "further education college",
        ),
        (
            "“Wharfinger” means a person who keeps a wharf.\n\nA wharfinger must keep a log.",
            "wharfinger",
        ),
        (
            "## Glossary\n\nWharfinger: a person who keeps a wharf.\n\n## Duties\n\nWharfingers must be sober.",
            "wharfinger",
        ),
        (
            "The following bodies must have regard to this Code:\n\n- reef moots;\n- lagoon keepers.\n\nA reef moot must be open to all.",
            "reef moot",
        ),
    ] {
        assert_eq!(last_holder(&format!("{said}\n")).to_lowercase(), expected, "{said}");
    }
}

#[test]
fn a_draft_cannot_make_somebody_of_a_thing() {
    for said in [
        "Learning support plans (LSPs) are kept.\n\nLSPs must name a lead.",
        "“Rope” means any line.\n\nThe rope must hold.",
        "## Glossary\n\nHull: the body of a boat.\n\n## Duties\n\nHulls must be clean.",
    ] {
        assert_eq!(last_holder(&format!("{said}\n")), "", "{said}");
    }
}

/// The last statement of a text is on these holders, joined by "; ", and of this modality.
fn bears(said: &str, holder: &str, modality: &str) {
    let draft = draft(&format!("{said}\n"));
    let last = draft.statements().last().unwrap();
    let names: Vec<String> = draft.names_of(last).map(str::to_lowercase).collect();
    let read = (names.join("; "), last.modality.as_str());
    assert_eq!(read, (holder.to_lowercase(), modality), "{said}");
}

#[test]
fn who_has_to_act_is_found_wherever_the_sentence_says_it() {
    for (said, holder, modality) in [
        // the law that asks stands inside the wording
        (
            "The harbour board is required by section 9 of the Pilotage Act 1987 to keep a list.",
            "harbour board",
            "duty",
        ),
        ("The warden is, so far as practicable, to hear the child.", "warden", "undeclared"),
        // a subject after its verb
        ("Under no circumstances should staff open the valve.", "staff", "guidance-against"),
        ("Not only must the council reply, it must say why.", "council", "duty"),
        (
            "Sites come first; and only if there are none should open country be considered.",
            "",
            "guidance",
        ),
        // an opening phrase without a comma
        ("Prior to closing the pool the operator must tell the club.", "operator", "duty"),
        ("If a leak is found at the dam then the keeper must lower the water.", "keeper", "duty"),
        // asides, and what is joined to what
        (
            "All keepers, but particularly owners and breeders, should keep a log.",
            "keeper",
            "guidance",
        ),
        (
            "Reports should be written by trained and experienced inspectors.",
            "trained and experienced inspector",
            "guidance",
        ),
        ("A plan must be made at once to limit the harm caused by the owner.", "", "duty"),
        (
            "Arrange lessons for pupils with long illnesses and schools must keep a record.",
            "school",
            "duty",
        ),
        ("A member may vote, and in the case of a tie may vote again.", "member", "permission"),
        (
            "When police forces hold a meeting, they must publish the minutes.",
            "police force",
            "duty",
        ),
        ("The visitor should be involved.", "", "guidance"),
        ("Ask the clerk (who must be told first).", "", "duty"),
    ] {
        bears(said, holder, modality);
    }
}

#[test]
fn who_has_to_act_is_found_in_long_sentences_of_codes() {
    for (said, holder, modality) in [
        ("The staff whom you call should be trained to listen.", "", "guidance"),
        ("The fee should be paid as soon as requested by the board.", "", "guidance"),
        (
            "Accounts shall be settled by the Finance and Estates Committee.",
            "Finance and Estates Committee",
            "duty",
        ),
        (
            "Claims shall be heard by the chair or another member of the board, other than one of the clerks, chosen by the chair.",
            "chair; member",
            "duty",
        ),
        (
            "Other than books lent by the college, candidates shall not have access to any paper.",
            "candidate",
            "prohibition",
        ),
        (
            "An examiner who, when marking papers, suspects that a rule was broken shall tell the head.",
            "examiner",
            "duty",
        ),
        ("The warden-in-charge must be a member of the staff.", "warden-in-charge", "duty"),
        ("The Code of Practice says the trust must decide.", "trust", "duty"),
        (
            "Section 3 says that local authorities, health boards and care boards must have regard to it.",
            "local authority; health board; care board",
            "duty",
        ),
        (
            "Section 3 enables the Ministers to give advice to councils, and councils are required to have regard to it.",
            "council",
            "duty",
        ),
        (
            "The notes form part of the rules of the game and referees must ensure that they are kept.",
            "referee",
            "duty",
        ),
        (
            "Although in most cases staff with worries should share them, some will not.",
            "staff",
            "guidance",
        ),
        ("To remove a name from the list the keeper must apply.", "keeper", "duty"),
        ("Parents/carers must sign.", "parent", "duty"),
        ("They must watch, and must on no account read.", "", "prohibition"),
        ("Two or more trusts may name one officer.", "trust", "permission"),
        ("It is for the council to decide. It may ask.", "council", "permission"),
        ("There are cases when the officer must refuse.", "officer", "duty"),
        (
            "The keeper, or in the keeper’s absence the deputy, must lock the gate.",
            "keeper; deputy",
            "duty",
        ),
        ("Where the trust cannot agree, it and the owner should meet.", "trust; owner", "guidance"),
        ("Anyone who lets a boat for hire or reward must be insured.", "anyone", "duty"),
        ("Tell the warden once a month, who must reply.", "warden", "duty"),
        ("A wall built before 1948 must be treated as lawful.", "", "duty"),
        ("Walls should be mended, and where possible raised, by owners.", "owner", "guidance"),
        (
            "The RFO reports to the board. The RFO must notify the clerk. Accounts must be kept by the RFO.",
            "RFO",
            "duty",
        ),
        ("The clerk is appointed as RFO. The RFO shall prepare accounts.", "RFO", "duty"),
    ] {
        bears(said, holder, modality);
    }
}

#[test]
fn who_has_to_act_is_found_beside_what_else_is_said() {
    for (said, holder, modality) in [
        (
            "Where no key is found, wardens and/or deputies should call.",
            "warden; deputy",
            "guidance",
        ),
        ("If a tenant moves, the landlord and the agent must meet.", "landlord; agent", "duty"),
        ("When wardens sign in after the site opens, they must say so.", "warden", "duty"),
        ("The court may sit. In the case of agents, they must sign in.", "agent", "duty"),
        (
            "The court sits. Where evidence is served on the advocate, they must keep them.",
            "advocate",
            "duty",
        ),
        ("You should ask where each warden is - they should say.", "warden", "guidance"),
        ("An LPA needs a witness. The LPA must have one, and they must sign.", "witness", "duty"),
        (
            "The planning officer asks the LPA. The LPA must reply.",
            "local planning authority",
            "duty",
        ),
        (
            "Not less than 28 days before the yearly meeting (AGM) the clerk shall call for names.",
            "clerk",
            "duty",
        ),
        ("The clerk and at least one other member must sign.", "clerk; member", "duty"),
        ("Multiple team members should hold a key.", "team member", "guidance"),
        ("When the school registers after the site opens, it must say so.", "school", "duty"),
        ("**Recommendation 9**\nForces should keep a list.", "Force", "guidance"),
        ("Services are expected to consult families.", "service", "guidance"),
        ("The form must be sent to a panel set up by the board.", "", "duty"),
        ("A visit should be put on a form, signed by the keeper.", "", "guidance"),
        ("The remaining trustee or trustees must call a meeting.", "remaining trustee", "duty"),
        ("Those to retire shall (unless they agree) be chosen by lot.", "", "duty"),
        ("The warden or his/her deputy should call.", "warden; deputy", "guidance"),
        ("PhD/DrPH students should agree a plan.", "DrPH student", "guidance"),
        // a duty that is named as one
        ("It shall be the duty of the board to keep a list.", "board", "duty"),
        ("It shall be the duty of the board, subject to section 5, to do so.", "board", "duty"),
        ("It must be the responsibility of each owner to clear the way.", "owner", "duty"),
        ("The duty of the board shall be to keep a list.", "board", "duty"),
        ("The keeper’s role should be to advise.", "keeper", "guidance"),
        ("Responsibility for the list must rest with the board.", "board", "duty"),
        ("The keeper asks. It should be for the board to decide how.", "board", "guidance"),
        ("The role of roadside services should be to help.", "", "guidance"),
        ("The board and, where relevant, the agent must agree.", "board; agent", "duty"),
        ("Members and, if so decided, officers must sign.", "member; officer", "duty"),
        ("Where a rule is made, the board which made it must review it.", "board", "duty"),
        ("If the rule is made it must be kept by the board.", "board", "duty"),
        ("Exclusion must be by the warden.", "warden", "duty"),
        ("The board asks. It must be the warden who decides.", "warden", "duty"),
        ("Requests must be in writing and signed by the tenant.", "tenant", "duty"),
        ("The hall must be open to visits by the public.", "", "duty"),
        ("The club must be large enough for a team led by the warden.", "club", "duty"),
        ("Owners, tenants and agents alike must sign.", "owner; tenant; agent", "duty"),
        ("The keeper must sign, as must the owner.", "owner", "duty"),
        ("The keeper should sign. So too should the owners.", "owner", "guidance"),
        ("Owners alone may sign.", "owner", "permission"),
        // whose verb a further "by" belongs to
        ("The rota must be kept and is done by the warden.", "", "duty"),
        ("Any code must be read by a human.", "human", "duty"),
    ] {
        bears(said, holder, modality);
    }
}

#[test]
fn who_has_to_act_is_found_in_a_list_and_where_leave_is_given() {
    for (said, holder, modality) in [
        // a list in one sentence
        (
            "The Council may form a panel, and: i. shall set its terms; iv. shall appoint its chair.",
            "council",
            "duty",
        ),
        ("The board needs to have met first, and it must be recorded.", "", "duty"),
        (
            "The clerk shall mark it and if an agent objects to it shall add the words.",
            "clerk",
            "duty",
        ),
        (
            "Should the chair be away, or decline to sit, the board shall choose another.",
            "board",
            "duty",
        ),
        ("The keeper is required where necessary to help.", "keeper", "duty"),
        (
            "Tests must be done by an independent party separate to the team.",
            "independent party",
            "duty",
        ),
        ("It is recommended that a test be done.", "", "encouragement"),
        ("Records must be kept from being seen by someone else.", "", "duty"),
        // those who have to act stand in the list
        (
            "The following bodies must have regard to this Code:\n\n- councils of districts\n- NHS trusts",
            "council; NHS trust",
            "duty",
        ),
        ("The following must sign:\n\n(a) the clerk;\n\n(b) the keeper.", "clerk; keeper", "duty"),
        (
            "Each of the following should attend: the chair and the clerk.",
            "chair; clerk",
            "guidance",
        ),
        (
            "A copy must be sent by the following:\n\n- the clerk\n- the chair",
            "clerk; chair",
            "duty",
        ),
        ("The following steps must be taken:\n\n- the clerk is told", "", "duty"),
        ("The following people should be told:\n\n- the clerk", "", "guidance"),
        // leave, or its refusal
        ("Members of the club may:\n\n- wear the badge.", "member", "permission"),
        ("It may be closed by the warden.", "warden", "permission"),
        ("Under no circumstances may a group change its name.", "", "prohibition"),
        ("The board may require any person to attend.", "board", "permission"),
        ("Boards may choose to hear some cases first.", "board", "permission"),
        ("Services may offer a second visit.", "service", "permission"),
        ("The data cannot be used for any other end.", "", "prohibition"),
        ("Animals may not be kept in the yard.", "", "prohibition"),
        ("You can’t start until you have leave.", "you", "prohibition"),
        ("Trustees cannot be employees of the charity.", "trustee", "prohibition"),
        ("The witness cannot be:\n\n- a friend", "witness", "prohibition"),
        ("Schools are advised not to ask for proof.", "school", "encouragement"),
        ("Staff are expected not to smoke.", "staff", "guidance-against"),
        ("Owners are required not to burn waste.", "owner", "prohibition"),
        ("If a step cannot be agreed, it cannot be recorded in the plan.", "", "prohibition"),
        ("You may include a map.", "you", "permission"),
        ("The board may also require that a plan be revised.", "board", "permission"),
        ("Boards may delegate this, but they cannot delegate that.", "board", "prohibition"),
        ("If the site no longer needs to be listed it should be taken off.", "", "guidance"),
        ("The panel must meet. It may not delegate this.", "panel", "prohibition"),
        ("The scheme may not be changed by a committee.", "committee", "prohibition"),
    ] {
        bears(said, holder, modality);
    }
}

#[test]
fn a_sentence_may_begin_after_a_space_of_two_bytes() {
    assert_eq!(last_holder("The board meets.\u{a0}Must reply.\n"), "");
    assert_eq!(last_holder("Boards are small.\u{a0}They must reply.\n"), "board");
}

#[test]
fn what_a_sentence_only_asks_about_or_expects_is_no_statement() {
    for said in [
        "This part explains how foster carers and wardens should deal with visitors.",
        "Decide when to call and who should call.",
        "They settle what that charge should be.",
        "Nothing in this Code shall prevent a tenant from leaving.",
        "The list may change, and nothing in these rules should be taken to limit it.",
        "They settle whether to charge and, if so, what that charge should be.",
        "These pages say what a board can and must do.",
        "Keep a list that helps to find the child should they go missing.",
        "Where a section 47 enquiry is to be held, call the clerk.",
        "Roads may be hidden by trees.",
        "You may come across resistance.",
        "Lanes may be closed at night.",
        "The Act sets out what functions and budgets must be handed over.",
        "Reading it should not take more than a minute.",
        "If the tenant shall make default, the landlord can end the lease.",
        "Families may require support.",
        "The weight of this cannot be overestimated.",
        "If the form is late, we cannot take it.",
        "This cannot be done in a day.",
        "The tenant may incur a charge.",
        "You should not need a deep knowledge of the code.",
        "If you are late, your work may not be seen.",
        "Other routes may be identified as more fitting.",
        "Tell them of the possibility that a meeting may be convened.",
        "Set out what evidence the warden at the gate should seek.",
        "Work that exposes, or may expose, a child to harm is listed.",
        "For example, this may be achieved by putting up a list.",
        "Hear all those who may be interested in how it works.",
        "This is not to say that boards have to make a list.",
        "Tell any person the board believes it is important to include.",
        "Nothing is done except where the guide says you must do it.",
    ] {
        assert_eq!(draft(&format!("{said}\n")).statements().len(), 0, "{said}");
    }
}

#[test]
fn a_condition_is_found_wherever_it_stands() {
    for (said, expected) in [
        ("The council must, where it thinks fit, publish the list.", "where it thinks fit"),
        (
            "If a tenant, having been warned, smokes, the landlord may end the lease.",
            "If a tenant, having been warned, smokes",
        ),
        ("Before it makes an order, the council must publish a draft.", "Before it makes an order"),
        ("Nobody may enter; where it is safe, a warden may open the gate.", "where it is safe"),
        ("A rider must hold on (where one is carried).", "where one is carried"),
        ("An officer must, so far as practicable, be present.", "so far as practicable"),
    ] {
        let draft = draft(&format!("{said}\n"));
        let last = draft.statements().last().unwrap();
        let read: Vec<&str> = last.conditions.iter().map(|&it| draft.text(last, it)).collect();
        assert_eq!(read, [expected], "{said}");
    }
    let draft = draft("The council must, where it thinks fit, publish the list.\n");
    let action = draft.statements()[0].action;
    assert_eq!(draft.text(&draft.statements()[0], action), "publish the list");
}

#[test]
fn a_time_limit_is_found_before_the_verb_and_in_any_wording() {
    for (said, expected) in [
        ("By 15 April the accounts must be laid.", "By 15 April"),
        (
            "The clerk must reply at least once in every period of 12 months.",
            "at least once in every period of 12 months",
        ),
        ("The alarm must be tested weekly.", "weekly"),
        ("The form must be sent by noon on the day of the poll.", "by noon"),
        (
            "The board must reply not later than the twentieth working day after receipt.",
            "not later than the twentieth working day",
        ),
        ("The head must, without delay, tell the parents.", "without delay"),
    ] {
        let draft = draft(&format!("{said}\n"));
        let statement = &draft.statements()[0];
        let read = statement.deadline.as_ref().map(|it| draft.text(statement, it.extent));
        assert_eq!(read, Some(expected), "{said}");
    }
}

#[test]
fn the_words_of_pictures_and_code_are_accounted_for() {
    let draft =
        draft("![Drivers must stop](sign.png)\n\n```\nx should y\n```\n\nThe clerk must reply.\n");
    let words: Vec<&str> = draft.uncounted().iter().map(|it| it.text).collect();
    assert_eq!(words, ["must", "should"]);
    assert_eq!(draft.statements().len(), 1);
}
