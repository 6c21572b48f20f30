//! Sizes as people write them: "64M".

/// Reads a number of bytes, with K, M or G for powers of 1,024.
pub(in crate::cli) fn parse(written: &str) -> Result<u64, String> {
    let upper = written.trim().to_ascii_uppercase();
    let upper = upper.strip_suffix('B').unwrap_or(&upper);
    let (digits, unit) = match upper.find(|c: char| !c.is_ascii_digit()) {
        Some(at) => upper.split_at(at),
        None => (upper, ""),
    };
    let factor = match unit.trim() {
        "" => 1,
        "K" => 1 << 10,
        "M" => 1 << 20,
        "G" => 1 << 30,
        _ => return Err("write a number of bytes, as 64M".to_owned()),
    };
    let number: u64 = digits.parse().map_err(|_| "write a number of bytes, as 64M".to_owned())?;
    number.checked_mul(factor).ok_or_else(|| "that is more bytes than can be counted".to_owned())
}

/// A number of bytes for people: "63.2 MB".
pub(super) fn shown(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} bytes"),
        1_024..1_048_576 => format!("{} KB", tenths(bytes, 1_024)),
        _ => format!("{} MB", tenths(bytes, 1_048_576)),
    }
}

fn tenths(bytes: u64, unit: u64) -> String {
    format!("{}.{}", bytes / unit, bytes % unit * 10 / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        assert_eq!(parse("64M"), Ok(64 << 20));
        assert_eq!(parse("10 kb"), Ok(10 << 10));
        assert_eq!(parse("100"), Ok(100));
        assert!(parse("lots").is_err());
        assert!(parse("99999999999999G").is_err());
    }
}
