package format

import (
	"slices"
	"strings"

	"rectify/internal/markup"
)

// code2 holds an inline element against the standard.
func (x *xliffReader) code2(t markup.Token) error {
	if _, known := codes2[t.Name]; !known || !x.isCore(t) {
		return x.Errorf(t.Start, "<%s> has no place in a text of XLIFF 2", t.Name)
	}
	if err := x.conforms(t); err != nil {
		return err
	}
	return x.ids.code(x, t)
}

// conforms holds a start tag against the table of its element.
func (x *xliffReader) conforms(t markup.Token) error {
	rule, known := elements2[t.Name]
	if !known {
		return x.Errorf(t.Start, "XLIFF 2 knows no element <%s>", t.Name)
	}
	for _, a := range t.Attributes {
		if err := x.conformsAttribute(t, rule, a); err != nil {
			return err
		}
	}
	for _, name := range rule.attributes {
		if name, must := strings.CutSuffix(name, "*"); must && t.Get(name) == "" {
			return x.Errorf(t.Start, "<%s> lacks its %s", t.Name, name)
		}
	}
	for _, pair := range dependent2 {
		if t.Get(pair[0]) != "" && t.Get(pair[1]) == "" {
			return x.Errorf(t.Start, "<%s> has %s without %s", t.Name, pair[0], pair[1])
		}
	}
	if own, ours := strings.CutPrefix(t.Get("subType"), "xlf:"); ours && !slices.Contains(subTypes2[t.Get("type")], own) {
		return x.Errorf(t.Start, "subType=%q in <%s> doesn't go with type=%q", "xlf:"+own, t.Name, t.Get("type"))
	}
	return nil
}

// subTypes2 are the sub-types that the standard itself has, by type.
var subTypes2 = map[string][]string{"fmt": list("lb pb b i u"), "ui": list("var")}

// dependent2 are attributes that mean nothing without another.
var dependent2 = [][2]string{{"subState", "state"}, {"subType", "type"}}

func (x *xliffReader) conformsAttribute(t markup.Token, rule element2, a markup.Attribute) error {
	if a.Space != "" {
		module := slices.ContainsFunc(modules2, func(prefix string) bool { return strings.HasPrefix(a.Space, prefix) })
		if !module && !rule.extended {
			return x.Errorf(t.Start, "<%s> has an attribute %s of another namespace", t.Name, a.Name)
		}
		return nil
	}
	if !slices.Contains(rule.attributes, a.Name) && !slices.Contains(rule.attributes, a.Name+"*") {
		return x.Errorf(t.Start, "<%s> has an unknown attribute %s", t.Name, a.Name)
	}
	value := a.Value()
	if known, listed := values2[a.Name]; listed && !slices.Contains(known, value) {
		return x.Errorf(t.Start, "%s=%q in <%s>: it is one of %s", a.Name, value, t.Name, strings.Join(known, ", "))
	}
	switch a.Name {
	case "type", "subType":
		known := types2[t.Name]
		prefix, rest, parted := strings.Cut(value, ":")
		if a.Name == "type" && known != nil && slices.Contains(known, value) {
			return nil
		}
		if !parted || prefix == "" || rest == "" || prefix == "xlf" && a.Name == "type" {
			return x.Errorf(t.Start, "%s=%q in <%s>: it is one of %s, or of the form prefix:value", a.Name, value, t.Name, strings.Join(known, ", "))
		}
	case "id":
		if !isNameToken(value) {
			return x.Errorf(t.Start, "the id %q of <%s> is no name without spaces", value, t.Name)
		}
	case "srcLang", "trgLang":
		if !wellFormedLanguage(value) {
			return x.Errorf(t.Start, "%s=%q is no language tag", a.Name, value)
		}
	}
	return nil
}

// isNameToken reports whether a text is an NMTOKEN of XML.
func isNameToken(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool {
		return r < 0x80 && !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("_-.:", r))
	})
}

// wellFormedLanguage reports whether a text has the form of a tag of BCP 47.
func wellFormedLanguage(tag string) bool {
	for i, part := range strings.Split(tag, "-") {
		alphanumeric := part != "" && !strings.ContainsFunc(part, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || i > 0 && r >= '0' && r <= '9')
		})
		if !alphanumeric || len(part) > 8 || i == 0 && len(part) == 1 {
			return false
		}
	}
	return true
}

// childCount counts the children of an element by their place in its list.
type childCount [4]int

// add takes a child, and fails on one that may not stand there.
func (c *childCount) add(x *xliffReader, rule element2, parent, t markup.Token) error {
	for i, child := range rule.children {
		names := strings.TrimRight(child, "*+!")
		if !slices.Contains(strings.Split(names, "|"), t.Name) {
			continue
		}
		c[i]++
		if c[i] > 1 && (names == child || child[len(child)-1] == '!') {
			return x.Errorf(t.Start, "<%s> holds more than one <%s>", parent.Name, t.Name)
		}
		for later := i + 1; later < len(c); later++ {
			if c[later] > 0 {
				return x.Errorf(t.Start, "<%s> stands too late in <%s>", t.Name, parent.Name)
			}
		}
		return nil
	}
	return x.Errorf(t.Start, "<%s> has no place in <%s>", t.Name, parent.Name)
}

// complete fails if a child is missing.
func (c *childCount) complete(x *xliffReader, rule element2, parent markup.Token) error {
	for i, child := range rule.children {
		names := strings.TrimRight(child, "+!")
		if names != child && c[i] == 0 {
			return x.Errorf(parent.Start, "<%s> holds no <%s>", parent.Name, strings.ReplaceAll(names, "|", "> and no <"))
		}
	}
	return nil
}
