//! What the words around a modal word say of it: law, an owner's standard, or advice.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern;

/// On what a declaration says a word rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// "a requirement of statute".
    Law,
    /// "a requirement of the Overseeing Organisation".
    Standard,
    /// "guidance", "good practice", "an option".
    Advice,
}

static STANDARD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:requirements? (?:of|by|from|set by) (?:the |an? |our |this |its )?(?:organisation|overseeing|owner|client|board|employer|company|standard|policy|specification|handbook|agreement|contract|document|department|trust|authority's|council's|profession|regulator)|rfc ?2119|bcp ?14|rfc ?8174|specification|funding agreement|contract|mandatory control|overriding (?:duty|principle)|corporate|(?:our|internal|house|departmental) (?:policy|policies|standards?|requirements?)|highest priority)",
    )
});

static LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:laws?|lawful|legal|legally|statut\w*|legislat\w*|regulations?|acts?|enactments?|case law|offences?|by-?laws?|mandatory requirements?|duty|duties)\b",
    )
});

static DENIED_LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:non-statutory|not (?:\w+ ){0,3}(?:legal|statutory|mandatory|law)\w*(?: requirements?)?|no (?:statute|law|legal \w+|statutory \w+)|extra-statutory)\b",
    )
});

static ADVICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:guidance|guidelines?|advice|advis\w+|recommend\w*|good practice|best practice|unless|expect\w*|option\w*|allow\w*|permi\w+|discretion\w*|power|open to|choice|consider\w*|explain\w*|depart\w*|encourage\w*|desirable|should follow)\b",
    )
});

static MAKES_LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:imposes? (?:\w+ ){0,2}(?:requirements?|duties)|force of law|by virtue of (?:its|their|the) use|requirements? imposed by this)\b",
    )
});

static CAPITALS_ONLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:rfc ?8174|bcp ?14|only (?:when|where|if) (?u:[^.]){0,60}(?:capital|upper)|(?:when|where|if)(?u:[^.]){0,40} in (?:all |block )?(?:capitals|capital letters|upper[- ]?case)|only (?:words )?in (?:all )?(?:capital|upper))",
    )
});

/// The first thing that a stretch of a declaration says of what a duty rests on; advice only where it says neither law
/// nor standard.
pub(super) fn of_stretch(stretch: &str) -> Option<Meaning> {
    let stretch = &stretch.to_ascii_lowercase();
    let denied: Vec<_> = DENIED_LAW.find_iter(stretch).map(|found| found.range()).collect();
    let law = LAW
        .find_iter(stretch)
        .find(|found| !denied.iter().any(|denied| denied.contains(&found.start())));
    let standard = STANDARD.find(stretch);
    match (law.map(|it| it.start()), standard.map(|it| it.start())) {
        (Some(law), Some(standard)) if law < standard => Some(Meaning::Law),
        (_, Some(_)) => Some(Meaning::Standard),
        (Some(_), None) => Some(Meaning::Law),
        (None, None) => ADVICE.is_match(stretch).then_some(Meaning::Advice),
    }
}

pub(super) fn speaks_of_advice(stretch: &str) -> bool {
    ADVICE.is_match(&stretch.to_ascii_lowercase())
}

/// Whether a declaration says that the document itself makes what it requires binding.
pub(super) fn makes_law(text: &str) -> bool {
    MAKES_LAW.is_match(&text.to_ascii_lowercase())
}

/// Whether a declaration says that words in lower case do not count.
pub(super) fn capitals_only(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let speaks_of_capitals =
        ["capital", "upper", "8174", "14"].iter().any(|word| text.contains(word));
    speaks_of_capitals && CAPITALS_ONLY.is_match(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_denied_is_not_meant() {
        assert_eq!(
            of_stretch(" refers to guidance which is a non-statutory requirement"),
            Some(Meaning::Advice)
        );
        assert_eq!(of_stretch(" is guidance and not a legal requirement"), Some(Meaning::Advice));
        assert_eq!(of_stretch(" refers to a requirement of the Act"), Some(Meaning::Law));
    }

    #[test]
    fn an_owner_is_no_legislature() {
        let owner = " marks a requirement of the Overseeing Organisation";
        assert_eq!(of_stretch(owner), Some(Meaning::Standard));
        assert_eq!(of_stretch(" is used where the law requires a thing"), Some(Meaning::Law));
    }
}
