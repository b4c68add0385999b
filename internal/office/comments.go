package office

import (
	"fmt"
	"path"
	"strings"

	"rectify/internal/markup"
)

// comments gives the revisions of the body their comments: it gives the members
// of the archive that hold them and lead to them.
func (t *tracker) comments(revisions []Revision) (map[string]string, error) {
	t.commentIDs = make([]string, len(revisions))
	commented := map[int]bool{} // by revision
	for _, c := range t.changes[0] {
		if !c.run.boxed && len(revisions[c.revision].Comment) > 0 {
			commented[c.revision] = true
		}
	}
	members := map[string]string{}
	if len(commented) == 0 {
		return members, nil
	}
	main := t.parts[0]
	relations, err := t.archive.relations(main)
	if err != nil {
		return nil, err
	}
	name := related(relations, "comments")
	if t.archive.member(name) == nil {
		name = path.Join(path.Dir(main), "comments.xml")
		if err := t.announce(members, main, name, relations); err != nil {
			return nil, err
		}
		members[name] = emptyComments(t.Document.Origin.Parts[0].Text)
	} else {
		f := t.archive.member(name)
		name = f.Name
		if members[name], err = t.archive.read(f); err != nil {
			return nil, err
		}
	}
	return members, t.addComments(members, name, revisions, commented)
}

// addComments writes the comments into their member.
func (t *tracker) addComments(members map[string]string, name string, revisions []Revision, commented map[int]bool) error {
	var err error
	members[name], err = extended(members[name], func(root string, used []string) string {
		for _, id := range used {
			t.used[id] = true
		}
		var all strings.Builder
		for _, i := range sortedKeys(commented) {
			t.commentIDs[i] = t.identifier()
			fmt.Fprintf(&all, `<%[1]scomment %[1]sid="%[2]s" %[1]sauthor="%[3]s" %[1]sdate="%[4]s" %[1]sinitials="%[5]s">`,
				root, t.commentIDs[i], markup.EscapeAttribute(t.by.Author), t.by.date(), markup.EscapeAttribute(t.by.Initials))
			for _, paragraph := range revisions[i].Comment {
				fmt.Fprintf(&all, `<%[1]sp><%[1]sr><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sr></%[1]sp>`, root, markup.EscapeText(paragraph))
			}
			fmt.Fprintf(&all, "</%scomment>", root)
		}
		return all.String()
	})
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// emptyComments is a member without comments, in the namespace of a part.
func emptyComments(main string) string {
	space := wordSpaces[0]
	if strings.Contains(main, wordSpaces[1]) {
		space = wordSpaces[1]
	}
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<w:comments xmlns:w="` + space + `"/>`
}

// announce declares a new member of comments: its type, and that the main part
// leads to it.
func (t *tracker) announce(members map[string]string, main, name string, relations []relation) error {
	const schemas = "http://schemas.openxmlformats.org/"
	taken := map[string]bool{}
	for _, r := range relations {
		taken[r.id] = true
	}
	id := "rectifyComments"
	for taken[id] {
		id += "_"
	}
	links := path.Join(path.Dir(main), "_rels", path.Base(main)+".rels")
	empty := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<Relationships xmlns="` + schemas + `package/2006/relationships"/>`
	for _, a := range []struct{ member, empty, element string }{
		{contentTypes, "", `Override PartName="/` + name + `" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>`},
		{links, empty, `Relationship Id="` + id + `" Type="` + schemas + `officeDocument/2006/relationships/comments" Target="/` + name + `"/>`},
	} {
		text := a.empty
		if f := t.archive.member(a.member); f != nil {
			var err error
			if text, err = t.archive.read(f); err != nil {
				return err
			}
			a.member = f.Name
		}
		var err error
		members[a.member], err = extended(text, func(prefix string, _ []string) string { return "<" + prefix + a.element })
		if err != nil {
			return fmt.Errorf("%s: %w", a.member, err)
		}
	}
	return nil
}

// extended is XML with elements put at the end of the outermost one. They are
// made of the prefix of names and of the identifiers that are there.
func extended(text string, elements func(prefix string, used []string) string) (string, error) {
	tokens, err := markup.NewReader(text)
	if err != nil {
		return "", err
	}
	p := part{Reader: tokens, text: text}
	root, err := p.Root()
	if err != nil {
		return "", err
	}
	var used []string
	var last markup.Token
	for last.Kind != markup.End || p.Depth() > 0 {
		if last, err = p.Next(); err != nil {
			return "", err
		}
		used = append(used, wordAttribute(last, "id"))
	}
	name := text[root.Start+1 : nameEnd(text, root.Span)]
	more := elements(strings.TrimSuffix(name, root.Name), used)
	if root.Empty {
		return text[:root.End-len("/>")] + ">" + more + "</" + name + ">" + text[root.End:], nil
	}
	return text[:last.Start] + more + text[last.Start:], nil
}
