package main

import (
	"archive/zip"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"
)

// pack FOLDER FILE writes an archive of all that is in the folder, as office
// programs write their documents.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: pack FOLDER FILE")
	}
	file, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	w := zip.NewWriter(file)
	folder := os.DirFS(ts.MkAbs(args[0]))
	ts.Check(fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		member, err := w.Create(name)
		if err == nil {
			_, err = member.Write(text)
		}
		return err
	}))
	ts.Check(w.Close())
	ts.Check(file.Close())
}

// unpack FILE FOLDER is the opposite of pack.
func unpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unpack FILE FOLDER")
	}
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close() // nothing is written through it
	for _, f := range z.File {
		text, err := fs.ReadFile(z, f.Name)
		ts.Check(err)
		to := filepath.Join(ts.MkAbs(args[1]), filepath.FromSlash(f.Name))
		ts.Check(os.MkdirAll(filepath.Dir(to), 0o777))
		ts.Check(os.WriteFile(to, text, 0o666))
	}
}
