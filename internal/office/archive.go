package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
	"time"
	"unicode/utf8"
)

// What no document comes near, and a hostile one is stopped by. Only members that
// hold text are ever unpacked.
const (
	mostMembers = 20000
	mostPart    = 64 << 20  // bytes of one member
	mostAll     = 192 << 20 // bytes of all that are read
)

// archive is a document's zip archive.
type archive struct {
	*zip.Reader
	byName map[string]*zip.File
	// left is how many bytes may still be unpacked.
	left int64
}

// encryptedError is the error of a member that needs a password.
type encryptedError struct{ member string }

func (e encryptedError) Error() string { return e.member + " is encrypted: take its password off" }

func openArchive(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the archive is cut short or broken (%w): save the document again", err)
	}
	if len(z.File) > mostMembers {
		return nil, fmt.Errorf("an archive of %d members is no document: at most %d are read", len(z.File), mostMembers)
	}
	a := &archive{Reader: z, byName: map[string]*zip.File{}, left: mostAll}
	for _, f := range z.File {
		if a.byName[f.Name] != nil {
			return nil, fmt.Errorf("the archive holds %s twice: save the document again", f.Name)
		}
		if clean := path.Clean("/" + f.Name); strings.TrimSuffix(f.Name, "/") != clean[1:] {
			return nil, fmt.Errorf("the archive holds a member %q, which is no place in it: save the document again", f.Name)
		}
		if f.Flags&1 != 0 {
			return nil, encryptedError{f.Name}
		}
		// Members that nobody reads are copied when the document is changed.
		if at, err := f.DataOffset(); err != nil || uint64(at)+f.CompressedSize64 > uint64(len(data)) {
			return nil, fmt.Errorf("%s: the archive is cut short or broken there: save the document again", f.Name)
		}
		if isFolder(f) && f.UncompressedSize64 != 0 {
			return nil, fmt.Errorf("the archive holds a folder %s that has content of its own: save the document again", f.Name)
		}
		a.byName[f.Name] = f
	}
	return a, nil
}

// member is the file of a name; Office doesn't heed the case of names. It is nil
// if there is none.
func (a *archive) member(name string) *zip.File {
	if f := a.byName[name]; f != nil {
		return f
	}
	for _, f := range a.File {
		if strings.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}

// read unpacks the text of a member.
func (a *archive) read(f *zip.File) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", fmt.Errorf("%s: the archive is broken (%w): save the document again", f.Name, err)
	}
	defer r.Close() // nothing is written through it
	var text strings.Builder
	n, err := io.Copy(&text, io.LimitReader(r, min(mostPart, a.left)+1))
	a.left -= n
	switch {
	case err != nil:
		return "", fmt.Errorf("%s: the archive is broken (%w): save the document again", f.Name, err)
	case n > mostPart || a.left < 0:
		return "", fmt.Errorf("%s: it unpacks to more than %d MB, all text to more than %d MB: part the document", f.Name, mostPart>>20, mostAll>>20)
	case !utf8.ValidString(text.String()):
		return "", fmt.Errorf("%s: its bytes are not UTF-8: save the document again", f.Name)
	}
	return text.String(), nil
}

// pack writes the archive with the texts of some members, new ones at its end in
// the order of their names.
func (a *archive) pack(members map[string]string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	if err := w.SetComment(a.Comment); err != nil {
		return nil, err
	}
	for _, f := range a.File {
		text, changed := members[f.Name]
		if !changed {
			if err := copyMember(w, f); err != nil {
				return nil, fmt.Errorf("%s: the archive is broken (%w): save the document again", f.Name, err)
			}
			continue
		}
		header := zip.FileHeader{Name: f.Name, Comment: f.Comment, Method: f.Method, ExternalAttrs: f.ExternalAttrs}
		if err := write(w, &header, text); err != nil {
			return nil, err
		}
	}
	for _, name := range sortedKeys(members) {
		if a.byName[name] == nil {
			if err := write(w, &zip.FileHeader{Name: name, Method: zip.Deflate}, members[name]); err != nil {
				return nil, err
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// copyMember writes a member as it is packed. A folder that was packed like a
// file, as Java's jar tool does, holds two bytes of nothing, which an archive/zip
// writer refuses: it is written empty.
func copyMember(to *zip.Writer, f *zip.File) error {
	if !isFolder(f) || f.CompressedSize64 == 0 {
		return to.Copy(f)
	}
	header := f.FileHeader
	header.Modified = time.Time{} // it stands in Extra already, and would be added to it
	_, err := to.CreateHeader(&header)
	return err
}

func isFolder(f *zip.File) bool { return strings.HasSuffix(f.Name, "/") }

func write(to *zip.Writer, header *zip.FileHeader, text string) error {
	w, err := to.CreateHeader(header)
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", header.Name, err)
	}
	return nil
}
