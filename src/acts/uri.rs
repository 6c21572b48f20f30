//! Addresses on legislation.gov.uk: made from an id and a provision, and read.

/// An address read: which instrument, and which provision of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// "ukpga/2014/6".
    pub id: String,
    /// "section/27/1"; empty for the whole instrument.
    pub provision: String,
}

/// The URI of a provision, or of the whole instrument.
pub fn of(id: &str, provision: Option<&str>) -> String {
    match provision {
        Some(provision) => format!("http://www.legislation.gov.uk/id/{id}/{provision}"),
        None => format!("http://www.legislation.gov.uk/id/{id}"),
    }
}

/// Where the data of an instrument is to be had: its legislation.gov.uk XML.
pub fn data_file(id: &str) -> String {
    format!("https://www.legislation.gov.uk/{id}/data.xml")
}

/// Reads an address. Versions, dates, languages and marks at its end do not count. `None` for any other site.
pub fn read(url: &str) -> Option<Address> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest).strip_prefix("legislation.gov.uk/")?;
    let path = rest.split(['#', '?']).next().unwrap_or("");
    let mut steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
    while steps.first().is_some_and(|step| matches!(*step, "id" | "en" | "cy")) {
        steps.remove(0);
    }
    while steps.last().is_some_and(|step| is_version(step)) {
        steps.pop();
    }
    // A regnal year is two steps: Will4/5-6.
    let year = *steps.get(1)?;
    let length = if year.starts_with(|c: char| c.is_ascii_digit()) { 3 } else { 4 };
    let id = steps.get(..length)?.join("/");
    Some(Address { id, provision: steps[length..].join("/") })
}

/// A last step that says which version is shown, not which provision.
fn is_version(step: &str) -> bool {
    let named = [
        "contents",
        "enacted",
        "made",
        "created",
        "adopted",
        "prospective",
        "data.xml",
        "data.htm",
        "data.pdf",
    ];
    let date = step.len() == 10 && step.bytes().filter(|&byte| byte == b'-').count() == 2;
    date || named.contains(&step) || step.contains('+')
}

#[cfg(test)]
mod tests {
    use super::{of, read};

    #[test]
    fn addresses() {
        let provision = |url: &str| read(url).map(|address| (address.id, address.provision));
        let said = |id: &str, path: &str| Some((id.to_owned(), path.to_owned()));
        let base = "http://www.legislation.gov.uk";
        assert_eq!(
            provision(&format!("{base}/ukpga/1988/52/section/36/enacted")),
            said("ukpga/1988/52", "section/36")
        );
        assert_eq!(
            provision("https://legislation.gov.uk/uksi/2018/592/regulation/2/made#f3"),
            said("uksi/2018/592", "regulation/2")
        );
        assert_eq!(
            provision(&format!("{base}/ukpga/Will4/5-6/50/section/72")),
            said("ukpga/Will4/5-6/50", "section/72")
        );
        assert_eq!(provision(&format!("{base}/en/wsi/2022/800/made")), said("wsi/2022/800", ""));
        assert_eq!(
            provision(&format!("{base}/id/ukpga/2014/6/section/27/1")),
            said("ukpga/2014/6", "section/27/1")
        );
        assert_eq!(provision("https://example.org/ukpga/2014/6"), None);
        assert_eq!(provision(base), None);
        assert_eq!(of("ukpga/2014/6", None), format!("{base}/id/ukpga/2014/6"));
    }
}
