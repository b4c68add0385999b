//go:build unix

package format

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a file the owner and the group that info tells. Only the
// superuser may do so in general: elsewhere the file stays ours.
func keepOwner(file *os.File, info fs.FileInfo) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return
	}
	if file.Chown(int(stat.Uid), int(stat.Gid)) != nil {
		_ = file.Chown(-1, int(stat.Gid))
	}
}
