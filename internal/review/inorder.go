package review

import (
	"errors"
	"sync"
)

// inOrder opens and works on n things, so many at once as there are jobs, and
// hands on what comes of them in their order. A worker runs ahead of the order
// by no more than there are jobs, so that no more than twice as many results
// wait.
//
// The error joins those of every thing that doesn't open, in their order; from
// the first on, the rest is opened but not worked on. An error of take ends it.
func inOrder[T, R any](n, jobs int, open func(i int) (T, error), work func(T) R, take func(R) error) error {
	type outcome struct {
		result R
		err    error
	}
	jobs = min(jobs, n)
	if jobs < 2 {
		return inTurn(n, open, work, take)
	}
	// Each slot holds one outcome; the next one for the slot is begun when it is
	// taken.
	slots := make([]chan outcome, 2*jobs)
	for i := range slots {
		slots[i] = make(chan outcome, 1)
	}
	next := make(chan int, len(slots))
	failed := make(chan struct{}) // closed at the first error
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for i := range next {
				var o outcome
				var thing T
				if thing, o.err = open(i); o.err == nil {
					select {
					case <-failed:
					default:
						o.result = work(thing)
					}
				}
				slots[i%len(slots)] <- o
			}
		})
	}
	defer workers.Wait()
	defer close(next)
	begun := 0
	var errs []error
	for i := range n {
		for ; begun < min(n, i+len(slots)); begun++ {
			next <- begun
		}
		o := <-slots[i%len(slots)]
		if o.err == nil && len(errs) == 0 {
			if err := take(o.result); err != nil {
				return err
			}
		}
		if o.err != nil {
			if len(errs) == 0 {
				close(failed)
			}
			errs = append(errs, o.err)
		}
	}
	return errors.Join(errs...)
}

// inTurn is inOrder where one thing is done at a time, which takes no worker.
func inTurn[T, R any](n int, open func(i int) (T, error), work func(T) R, take func(R) error) error {
	var errs []error
	for i := range n {
		thing, err := open(i)
		switch {
		case err != nil:
			errs = append(errs, err)
		case len(errs) == 0:
			if err := take(work(thing)); err != nil {
				return err
			}
		}
	}
	return errors.Join(errs...)
}
