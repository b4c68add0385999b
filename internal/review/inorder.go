package review

import (
	"errors"
	"sync"
)

// batched says how n things are worked on: opened one by one, worked on some at a
// time, so that what the work needs stays at hand for all of them, and handed on in
// their order.
type batched[T, R any] struct {
	open func(i int) (T, error)
	// full reports whether the things are enough for one batch.
	full func([]T) bool
	// work gives a result for each thing.
	work func([]T) []R
	take func(R) error
}

// outcome is what came of a thing.
type outcome[R any] struct {
	result R
	err    error
}

// mostInBatch bounds the things of a batch.
const mostInBatch = 8

// inOrder does n things, so many batches at once as there are jobs. A worker runs
// ahead of the order by no more than there are jobs, so that no more than twice as
// many batches wait.
//
// The error joins those of every thing that doesn't open, in their order; from
// the first on, the rest is opened but not worked on. An error of take ends it.
func (b batched[T, R]) inOrder(n, jobs int) error {
	jobs = min(jobs, n)
	if jobs < 2 {
		return b.inTurn(n)
	}
	size := max(1, min(mostInBatch, n/(2*jobs)))
	// Each slot holds one outcome; the next one for the slot is begun when it is
	// taken.
	slots := make([]chan outcome[R], 2*jobs*size)
	for i := range slots {
		slots[i] = make(chan outcome[R], 1)
	}
	next := make(chan int, len(slots))
	failed := make(chan struct{}) // closed at the first error
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for from := range next {
				b.do(from, min(n, from+size), isClosed(failed), func(i int, o outcome[R]) bool {
					slots[i%len(slots)] <- o
					return true
				})
			}
		})
	}
	defer workers.Wait()
	defer close(next)
	begun := 0
	var errs []error
	for i := range n {
		for ; begun < n && begun+size <= i+len(slots); begun += size {
			next <- begun
		}
		o := <-slots[i%len(slots)]
		if o.err == nil && len(errs) == 0 {
			if err := b.take(o.result); err != nil {
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

func isClosed(c chan struct{}) func() bool {
	return func() bool {
		select {
		case <-c:
			return true
		default:
			return false
		}
	}
}

// inTurn is inOrder where one batch is done at a time, which takes no worker.
func (b batched[T, R]) inTurn(n int) error {
	var errs []error
	var refused error
	for from := 0; from < n && refused == nil; from += mostInBatch {
		b.do(from, min(n, from+mostInBatch), func() bool { return len(errs) > 0 }, func(_ int, o outcome[R]) bool {
			switch {
			case o.err != nil:
				errs = append(errs, o.err)
			case len(errs) == 0:
				refused = b.take(o.result)
			}
			return refused == nil
		})
	}
	if refused != nil {
		return refused
	}
	return errors.Join(errs...)
}

// do opens and works on the things from up to, but without, to, and emits what came
// of each, in their order, as long as emit wants more; nothing is worked on after
// stopped reports true.
func (b batched[T, R]) do(from, to int, stopped func() bool, emit func(i int, o outcome[R]) bool) {
	var things []T
	flush := func(end int) bool {
		results := make([]R, len(things))
		if len(things) > 0 && !stopped() {
			results = b.work(things)
		}
		begin := end - len(things)
		things = things[:0]
		for k, r := range results {
			if !emit(begin+k, outcome[R]{result: r}) {
				return false
			}
		}
		return true
	}
	for i := from; i < to; i++ {
		thing, err := b.open(i)
		if err != nil {
			if !flush(i) || !emit(i, outcome[R]{err: err}) {
				return
			}
			continue
		}
		if things = append(things, thing); b.full(things) && !flush(i+1) {
			return
		}
	}
	flush(to)
}
