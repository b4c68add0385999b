package xliff

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// kind is what the values of an attribute have to be.
type kind struct {
	// wants says it for a person; "" where anything goes.
	wants string
	holds func(string) bool
	// fragment says that a value with a # at its front is one of a place in the file.
	fragment bool
	// refers is where the ids are that the value names.
	refers scope
}

// kinds lists every kind by the name that the tables give it.
var kinds = map[string]kind{
	"":              {},
	"text":          {},
	"name":          {wants: "a name without spaces", holds: isName},
	"language":      {wants: "a language tag such as zh-CN", holds: isLanguage},
	"data":          {wants: "the id of a <data>", holds: isName, refers: dataIDs},
	"units":         {wants: "a list of ids of units", holds: isText, refers: unitIDs},
	"reference":     {fragment: true},
	"own":           {wants: "of the form prefix:value", holds: isOwn},
	"subType":       {wants: "of the form prefix:value", holds: isPrefixed},
	"codeType":      listOrOwn("fmt ui quote link image other"),
	"markType":      listOrOwn("generic comment term"),
	"matchType":     list("am mt icm idm tb tm other"),
	"yesNo":         list("yes no"),
	"reorder":       list("yes no firstNo"),
	"direction":     list("ltr rtl auto"),
	"space":         list("default preserve"),
	"side":          list("source target"),
	"metaSide":      list("source target ignorable"),
	"state":         list("initial translated reviewed final"),
	"priority":      list("1 2 3 4 5 6 7 8 9 10"),
	"normalization": list("none nfc nfd"),
	"filter":        list("include exclude"),
	"issue": list("terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register " +
		"locale-specific-content locale-violation style characters misspelling typographical formatting inconsistent-entities " +
		"numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other"),
	"html": list("a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 " +
		"head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead " +
		"title tr tt u ul"),
	"positive":   {wants: "a whole number above 0", holds: func(v string) bool { n, err := strconv.Atoi(v); return err == nil && n > 0 }},
	"integer":    {wants: "a whole number", holds: func(v string) bool { _, err := strconv.Atoi(v); return err == nil }},
	"percent":    {wants: "a number from 0 to 100", holds: upTo(100)},
	"fraction":   {wants: "a number from 0 to 1", holds: upTo(1)},
	"size":       {wants: "a whole number, or what its profile understands", holds: isSize},
	"hex":        {wants: "the number of a character that XML can't hold, in hexadecimal", holds: isInvisible},
	"annotators": {wants: "a list of data categories of ITS, each with | and an address behind it", holds: areAnnotators},
	"switch":     {wants: "a list of plural:, ordinal:, gender: and select:, each with a variable behind it", holds: areSelectors},
}

func kindNamed(name string) kind {
	k, known := kinds[name]
	if !known {
		panic(fmt.Sprintf("the tables know no kind %q", name))
	}
	return k
}

// list is the kind of values that are listed.
func list(words string) kind {
	known := strings.Fields(words)
	return kind{
		wants: "one of " + strings.Join(known, ", "),
		holds: func(value string) bool { return slices.Contains(known, value) },
	}
}

// listOrOwn is the kind of values that are listed, or that a prefix makes somebody's
// own.
func listOrOwn(words string) kind {
	k := list(words)
	listed := k.holds
	k.wants += ", or of the form prefix:value"
	k.holds = func(value string) bool { return listed(value) || isOwn(value) }
	return k
}

// upTo is what holds numbers from 0 to a bound.
func upTo(most float64) func(string) bool {
	return func(value string) bool {
		n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		return err == nil && n >= 0 && n <= most
	}
}

// isPrefixed reports whether a value has a prefix that says whose it is.
func isPrefixed(value string) bool {
	prefix, rest, parted := strings.Cut(value, ":")
	return parted && prefix != "" && rest != ""
}

// isOwn reports whether a value has a prefix, and not the one that the standard
// keeps for itself.
func isOwn(value string) bool { return isPrefixed(value) && !strings.HasPrefix(value, "xlf:") }

func isText(value string) bool { return strings.TrimSpace(value) != "" }

// isName reports whether a value is an NMTOKEN of XML. Of letters beyond ASCII all are
// let pass.
func isName(value string) bool {
	for i := range len(value) {
		switch c := value[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c >= 0x80, c == '_', c == '-', c == '.', c == ':':
		default:
			return false
		}
	}
	return value != ""
}

// isLanguage reports whether a value has the form of a tag of BCP 47.
func isLanguage(value string) bool {
	for i, part := range strings.Split(value, "-") {
		alphanumeric := part != "" && !strings.ContainsFunc(part, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || i > 0 && r >= '0' && r <= '9')
		})
		if !alphanumeric || len(part) > 8 || i == 0 && len(part) == 1 {
			return false
		}
	}
	return true
}

// isSize reports whether a value is a whole number, or no number at all: profiles may
// have sizes of their own.
func isSize(value string) bool {
	_, err := strconv.ParseFloat(value, 64)
	return err != nil || isDigits(value)
}

func isDigits(value string) bool { return value != "" && strings.Trim(value, "0123456789") == "" }

// isInvisible reports whether a value is the number of a character that XML can't hold
// or that it advises against.
func isInvisible(value string) bool {
	n, err := strconv.ParseUint(value, 16, 32)
	if err != nil {
		return false
	}
	switch {
	case n == '\t', n == '\n', n == '\r', n == 0x85:
		return false
	case n < 0x20, n >= 0x7F && n < 0xA0, n >= 0xD800 && n < 0xE000, n == 0xFFFE, n == 0xFFFF:
		return true
	}
	return false
}

// categories are the data categories of ITS 2.0.
var categories = strings.Fields("allowed-characters directionality domain elements-within-text external-resource id-value " +
	"language-information locale-filter localization-note localization-quality-issue localization-quality-rating " +
	"mt-confidence preserve-space provenance storage-size target-pointer terminology text-analysis translate")

// areAnnotators reports whether a value names a tool for each of some categories, each
// once.
func areAnnotators(value string) bool {
	seen := map[string]bool{}
	for word := range strings.FieldsSeq(value) {
		category, tool, parted := strings.Cut(word, "|")
		if !parted || tool == "" || seen[category] || !slices.Contains(categories, category) {
			return false
		}
		seen[category] = true
	}
	return len(seen) > 0
}

// selectors are what a switch may choose by.
var selectors = []string{"plural", "ordinal", "gender", "select"}

func areSelectors(value string) bool {
	for word := range strings.FieldsSeq(value) {
		by, variable, _ := strings.Cut(word, ":")
		if variable == "" || !slices.Contains(selectors, by) {
			return false
		}
	}
	return isText(value)
}
