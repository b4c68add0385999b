package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rectify/internal/config"
)

// templates are the files that init writes.
//
//go:embed templates
var templates embed.FS

// starter is a file that init writes.
type starter struct {
	// flag asks for it, about says in help what it is; no flag asks for the
	// settings, which come with any other.
	flag, about string
	// template is its content, path where it goes.
	template, path string
}

// starters lists every file that init writes.
var starters = []starter{
	{"", "", "settings.yaml", config.Name},
	{"pre-commit", "write a hook for pre-commit, too", "pre-commit.yaml", ".pre-commit-config.yaml"},
	{"github", "write a workflow for GitHub, too", "github.yml", ".github/workflows/rectify.yml"},
	{"gitlab", "write a job for GitLab, too", "gitlab-ci.yml", ".gitlab-ci.yml"},
}

func newInit(s streams) *cobra.Command {
	wanted := make([]bool, len(starters))
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a settings file to start with, and a hook or a CI job",
		Long: `init writes ` + config.Name + ` into this folder, with every setting explained, and on
request what calls rectify before a commit or in CI. A file that is there already
is never written over.`,
		Example: "  rectify init\n  rectify init --pre-commit --github",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return initialize(s, wanted) },
	}
	for i, file := range starters {
		if file.flag != "" {
			cmd.Flags().BoolVar(&wanted[i], file.flag, false, file.about+": "+file.path)
		}
	}
	return cmd
}

// initialize writes the files that are wanted: all of them or, where one is in
// the way, none. Settings that are there are only in the way of a run that is for
// nothing else.
func initialize(s streams, wanted []bool) error {
	more := false
	for _, w := range wanted {
		more = more || w
	}
	var missing []starter
	for i, file := range starters {
		_, err := os.Lstat(file.path)
		there := !errors.Is(err, fs.ErrNotExist)
		settings := file.flag == ""
		switch {
		case !settings && !wanted[i]:
		case !there:
			missing = append(missing, file)
		case settings && more:
			fmt.Fprintf(s.out, "%s stays as it is\n", file.path)
		default:
			return hinted{fmt.Errorf("%s is there already", file.path), "nothing was written; move it away, or add to it by hand"}
		}
	}
	for _, file := range missing {
		if err := file.write(); err != nil {
			return fmt.Errorf("can't write %s: %w", file.path, err)
		}
		fmt.Fprintf(s.out, "wrote %s\n", file.path)
	}
	return nil
}

// write writes the file, which must not be there.
func (f starter) write() error {
	data, err := templates.ReadFile("templates/" + f.template)
	if err != nil {
		return err
	}
	path := filepath.FromSlash(f.path)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return errors.Join(err, out.Close())
}
